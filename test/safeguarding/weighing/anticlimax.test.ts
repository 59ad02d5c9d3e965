import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const STAFF = { staff: ['Martin'] };
const GRAVE = ['urgent', 'immediate'];

describe('a thought that begins like danger and ends in something plain', () => {
  it.each([
    'hes going to kill me when he sees what i did to his bike lol',
    'my brother punched me on the arm cos he saw a yellow car',
    'i want to die this homework',
    'nobody knows where i am hiding under nans table best spot',
    'he told me to take my clothes off the line its raining',
    'hes outside my door with a pizza and im in a towel',
    'my family are going to disown me i support leeds now',
    'the devil is in my sister',
  ])('alarms nobody: %s', (text) => expect(judge(text, STAFF).level).toBe('none'));

  it.each([
    'hes going to kill me when he sees what i told the police',
    'my brother punched me on the arm till it went black',
    'i want to die this is too much',
    'i want to kill myself because of the detention',
    'he told me to take my clothes off on camera',
    'hes outside my door shouting hes got a hammer',
    'my family are going to disown me they saw me with a white lad',
  ])('and its twin is heard: %s', (text) => expect(judge(text, STAFF).level).not.toBe('none'));

  it('is looked past alone: what stands beside it is judged', () => {
    const text = 'hes going to kill me when he sees what i did to his bike. my stepdad hits me';
    const { level, because } = judge(text, STAFF);
    expect(level).toBe('urgent');
    expect(because.map(({ evidence }) => evidence)).toContain('my stepdad hits me');
  });

  it.each(['last time he used his belt', 'im scared', 'he broke my arm'])(
    'is not looked past where a word beside it may be meant: %s',
    (beside) => {
      const text = `hes going to kill me when he sees what i did to his bike ${beside}`;
      expect(GRAVE).toContain(judge(text, STAFF).level);
    },
  );

  it('is no figure of speech behind a disclosure', () => {
    const text = 'hes going to kill me when he sees what i did to his bike';
    expect(GRAVE).toContain(judge(text, { before: ['my dad hits me'], ...STAFF }).level);
  });

  it.each([
    'he stabbed me with a compass',
    'theres a man in my house on the sofa and im on my own',
    'my mum wont wake up its 11am',
    'theres blood everywhere he hit me and my tooth came out',
    'he sat on me and i cant breathe they were laughing',
    'my dad beat me with a golf club',
    'he attacked me by the water',
    'my uncle gets in my bed with his cold feet',
    'he comes in my room and turns the lights off',
    'hes outside my window with a speaker',
  ])('is none where only a word of it is plain: %s', (text) => expect(judge(text).level).toMatch(/urgent|immediate/));

  it('never makes a message graver by what it leaves of it', () =>
    expect(judge('its not blood its ketchup look again', STAFF).level).toBe('none'));
});

describe('an adult of the service who knows what somebody else does', () => {
  it.each([
    'martin knows my stepdad hits me',
    'martin was told my mum beats me',
    'martin asked me if my stepdad hits me',
    'martin helped me tell mum that grandad touched me',
  ])('is not accused of it: %s', (text) => {
    const { level, about, kinds } = judge(text, STAFF);
    expect([level, about]).toEqual(['urgent', 'self']);
    expect(kinds).not.toContain('allegation-against-staff');
  });

  it.each(['martin knows i hate it when he touches me', 'martin knows my dad hits me and martin hits me too'])(
    'is accused of what they do themselves: %s',
    (text) => expect(judge(text, STAFF).about).toBe('practitioner'),
  );
});
