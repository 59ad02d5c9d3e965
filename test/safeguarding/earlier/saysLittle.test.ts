import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const STAFF = { staff: ['Martin', 'Sam'] };

describe('a message that says nothing by itself', () => {
  it.each(['dont tell my mum', 'please dont tell school', 'i dont want my mum to know', 'hes gone now'])(
    'pleads, and what was told before stands, as grave and of the same kind: %s',
    (text) => {
      const verdict = judge(text, { before: ['my dad hit me'], ...STAFF });
      expect([verdict.level, verdict.kinds]).toEqual(['urgent', ['physical-abuse']]);
      expect(verdict.because.map(({ where }) => where)).toContainEqual({ before: 0 });
    },
  );

  it('asks that an adult of the service is not told, who is not thereby accused', () => {
    const verdict = judge('i dont want martin to know', { before: ['my dad hit me'], ...STAFF });
    expect([verdict.level, verdict.about, verdict.notThem]).toEqual(['urgent', 'self', ['martin']]);
  });

  it.each([
    'i dont want martin to see what i write',
    'dont want martin knowing what i say',
    'i dont want my mum to read what i write',
    'i really dont want sam to see my texts please',
  ])('asks who may not read it, and accuses nobody: %s', (text) => expect(judge(text, STAFF).level).toBe('none'));

  it.each([
    'i dont want martin to see me naked',
    'i dont want martin to read my texts cos he touched me',
    'i dont want martin to see what i write he keeps touching me',
    'i dont want martin to see the pics i sent him',
    'i dont want sam to see what i write hes been messaging me at night',
    'i dont want sam to see what i write or ill get hit',
    'i dont want sam to know what he did to me',
    'i dont want martin to get my messages because he scares me',
    'i dont want dad to see my texts hell hit me',
    'i dont want my stepdad to see what i write he reads my phone and batters me',
    'i dont want my dad to hear what i say he will kill me',
    'i dont want my dad to see what he did',
    'i dont want my mum to see my arms',
    'i dont want mum to know what i took',
    'i dont want anyone to know what i did to my arm',
    'i dont want my dad to see my bruises',
  ])('and is heard where more is said: %s', (text) => expect(judge(text, STAFF).level).toMatch(/urgent|immediate/));

  it('is one half of a secret whose other half was harmless by itself', () =>
    expect(judge('dont tell my mum', { before: ['my uncle keeps coming in my room'], ...STAFF }).level).toBe('urgent'));

  it.each([
    'can martin ring me',
    'can someone ring me',
    'yes please',
    'no thanks',
    'is sam in tomorrow',
    'hi again',
    'hello again martin',
    'thanks again',
  ])('only asks us, answers us or greets us, and tells nothing anew: %s', (text) => {
    expect(judge(text, { before: ['my dad hit me'], ...STAFF }).level).toBe('none');
    expect(judge(text, STAFF).level).toBe('none');
  });

  it.each(['again', 'hi again it was him again', 'he did it again', 'hey again he hit me again'])(
    'tells it again where more than a greeting is said: %s',
    (text) => expect(judge(text, { before: ['my dad hit me'], ...STAFF }).level).toBe('urgent'),
  );

  it.each(['dont tell my mum', 'hes gone now', 'im ok now hes gone out', 'can martin ring me'])(
    'is nothing behind something harmless: %s',
    (text) => expect(judge(text, { before: ['football was good'], ...STAFF }).level).toBe('none'),
  );

  it('is no such message when it goes on', () => {
    const before = ['my dad hit me'];
    expect(judge('dont tell my mum, he said he will kill me', { before, ...STAFF }).level).not.toBe('none');
    expect(judge('can martin ring me my uncle is trying to get in my room', STAFF).level).not.toBe('none');
  });
});

describe('an ordinary message that begins like danger', () => {
  it.each([
    'im home alone for an hour im 15',
    'shes gonna kill me i broke her straighteners',
    'i might kill myself i called my teacher mum',
    'dad hit me with a pillow',
    'he makes me do things i dont want to do like the hoovering',
  ])('alarms nobody: %s', (text) => expect(judge(text, STAFF).level).toBe('none'));

  it.each([
    'im 10 and home alone all night',
    'shes gonna kill me i broke her straighteners and she hits me',
    'i want to kill myself, failed maths and i cant cope',
    'dad hit me with a belt',
    'he makes me do things i dont want to do',
  ])('and is heard where it is meant: %s', (text) => expect(judge(text, STAFF).level).not.toBe('none'));

  it('rests a plea on what was told before, for it tells nothing new', () => {
    const { because } = judge('dont tell anyone', { before: ['my dad hit me last night', '1'] });
    expect(because.map(({ where }) => where)).toEqual([{ before: 0 }]);
  });

  it.each(['I would like PE to not exist.', 'i wish homework didnt exist', 'want maths to just not exist lol'])(
    'wishes a lesson away, and nobody: %s',
    (text) => {
      for (const before of [[], ['feel a bit low'], ['maths is rubbish']])
        expect(judge(text, { before, ...STAFF }).level).toBe('none');
    },
  );

  it.each([
    'i would like to not exist',
    'i would like PE to not exist and me to not exist',
    'i wish school didnt exist and neither did i',
    'i wish i didnt exist',
    'i want me to not exist',
    'i want everything to not exist',
    'i just want to not exist at school',
    'i wish maths didnt exist and i wish i didnt exist',
    'wish i never existed',
    'i want to stop existing',
    'i want school to not exist i want to die',
    'i wish home didnt exist',
    'my mum wants me to not exist',
    'i want my body to not exist',
    'i want my life to not exist',
    'i dont want to exist anymore',
    'i would love to stop existing',
    'i want to end my life please',
    'sometimes i wish i didnt exist at all',
    'want maths to not exist so i dont have to kill myself',
  ])('and whoever wishes themselves away is heard: %s', (text) => expect(judge(text, STAFF).level).not.toBe('none'));
});
