import type { NamedCarer } from '../../../src/vocabulary';
import { createAssessor } from '../../../src/safeguarding';
import { houseRules } from '../support/houseRules';

const assess = createAssessor(houseRules());
const LEE: NamedCarer = { name: 'Lee Marsh', relation: 'stepdad' };

function judged(text: string, carers: readonly NamedCarer[] = [LEE], staff: readonly string[] = []) {
  return assess({ text, before: [], staff, carers });
}

describe('somebody at home, called by name', () => {
  it.each([
    ['lee hit me again', 'Lee Marsh', 'stepdad'],
    ['LEE HIT ME', 'Lee Marsh', 'stepdad'],
    ['leee hit me again', 'Lee Marsh', 'stepdad'],
    ['lee’s hitting me again', 'Lee Marsh', "mum's boyfriend"],
    ['our lee battered me', 'Lee Marsh', 'half brother'],
    ['lee marsh hit me', 'Lee Marsh', 'stepdad'],
    ['mr marsh hit me', 'Mr Lee Marsh', 'foster carer'],
    ['mrs hughes slapped me', 'Mrs Hughes', 'placement'],
    ['pat hits me with her slipper', 'Nan Pat', 'grandmother'],
    ['nan pat hits me with her slipper', 'Nan Pat', 'grandmother'],
    ['karen slapped me', 'Lee & Karen Marsh', 'foster carers'],
    ['steve hit me again', 'Stephen Marsh', 'mother’s partner'],
    ['daren hit me again', 'Darren Marsh', 'step-father'],
    ['told mum lee hit me and she doesnt care', 'Lee Marsh', 'stepdad'],
  ])('is heard as what they are: "%s" of %s, the %s', (text, name, relation) => {
    const { level, about, kinds } = judged(text, [{ name, relation }]);
    expect({ level, about }).toEqual({ level: 'urgent', about: 'self' });
    expect(kinds).toContain('physical-abuse');
  });

  it('is nobody known where the roster has nobody of that name', () =>
    expect(judged('lee hit me again', [{ name: 'Ann Marsh', relation: 'mum' }])).toEqual(
      judged('lee hit me again', []),
    ));

  it('is shown in the very words they wrote', () => {
    const text = 'ok so 😀 last night Lee Marsh hit me again';
    const [reason] = judged(text).because;
    expect(reason?.evidence).toContain('Lee Marsh hit me');
    expect(text.slice(reason?.span.start, reason?.span.end)).toBe(reason?.evidence);
  });

  it('is known in what came before as well', () => {
    const carers = [LEE];
    expect(assess({ text: 'it happened again', before: ['lee hit me'], staff: [], carers }).level).toBe('urgent');
    expect(assess({ text: 'hit me again', before: ['lee'], staff: [], carers }).level).toBe('urgent');
  });

  it.each([
    'lee from school hit me up',
    'my cousin lee hit me with a cushion',
    'a lad called lee hit me',
    'lee in my class pushed me',
    'we watched it and Lee Evans hit him',
  ])('is not the one of another: "%s"', (text) => expect(judged(text)).toEqual(judged(text, [])));
});

const WORDS = 'Will May Grace Hope Mark Bill Art Rose Dawn Summer Guy Pat Jack Rob'.split(' ');

describe('a name at home that is a word too', () => {
  it.each(WORDS)('%s is heard where somebody does it, or it is done in their company', (name) => {
    const carers = [{ name: `${name} Hart`, relation: 'foster carer' }];
    const word = name.toLowerCase();
    for (const text of [`${word} hits me`, `${word} keeps hitting me`, `last night ${name} slapped me`])
      expect([text, judged(text, carers).level]).toEqual([text, 'urgent']);
    expect(judged(`im scared of ${word} she hits me`, carers).level).toBe('urgent');
  });

  it.each([
    ['Will', 'will hit me up later'],
    ['Will', 'mum will hit me up later'],
    ['Will', 'he will hit it for six'],
    ['May', 'may hurt a bit at the dentist'],
    ['May', 'exams in May hit me hard'],
    ['Grace', 'say grace before tea'],
    ['Hope', 'hope he hits the target'],
    ['Mark', 'mark my words he will score'],
    ['Mark', 'mark hit the crossbar'],
    ['Bill', 'the bill hit us hard'],
    ['Art', 'art kills me so boring'],
    ['Rose', 'the temperature rose to 30'],
    ['Dawn', 'up at dawn for fishing'],
    ['Summer', 'summer hits different'],
    ['Guy', 'the guy hit me up on snap'],
    ['Pat', 'pat the dog for me'],
    ['Jack', 'jack hit the ball over the fence'],
    ['Rob', 'they tried to rob me on gta'],
  ])('%s is nobody in "%s"', (name, text) =>
    expect(judged(text, [{ name: `${name} Hart`, relation: 'stepdad' }]).level).toBe('none'),
  );

  it('takes nothing from the word: a mark is still a mark', () => {
    const text = 'dads belt left a mark on my back';
    const mark = [{ name: 'Mark Hart', relation: 'stepdad' }];
    expect(judged(text, mark)).toEqual(judged(text, []));
    expect(judged(text, mark).level).toBe('urgent');
  });
});

describe('a first name at home and in the service', () => {
  const carers = [{ name: 'Sam Reed', relation: 'stepdad' }];

  it.each(['sam hit me', 'sam gets in my bed when mums asleep', 'mum and sam were fighting he had her by the throat'])(
    'may be either, so that "%s" is kept from the adult of the service',
    (text) => {
      const { about, kinds, meant } = judged(text, carers, ['Sam']);
      expect([about, meant.names, meant.unnamed]).toEqual(['practitioner', ['Sam'], false]);
      expect(kinds).toContain('allegation-against-staff');
    },
  );

  it.each(['sam reed hit me', 'mr reed hit me'])('is the one at home where it is said in full: "%s"', (text) =>
    expect(judged(text, carers, ['Sam'])).toMatchObject({ level: 'urgent', about: 'self', meant: { names: [] } }),
  );

  it.each(['hey sam mum hit me again', 'can i tell sam something', 'i cut myself again. sam doesnt know'])(
    'and only written to, accuses nobody: "%s"',
    (text) => expect(judged(text, carers, ['Sam'])).toEqual(judged(text, [], ['Sam'])),
  );

  it('leaves what another adult of the service is accused of where it is', () => {
    const { about, meant } = judged('martin hit me and sam reed hit me', carers, ['Sam', 'Martin']);
    expect([about, meant.names.includes('Martin')]).toEqual(['practitioner', true]);
  });
});
