import { houseJudge, shippedJudge } from '../support/houseRules';

const judge = houseJudge();
const asked = { staff: ['Sam', 'Priya'] };

describe('a "he" after an adult of the service', () => {
  it.each([
    'sam came round. he touched me',
    'i want to complain about Sam. He slapped the back of my head',
    'sam is outside my house, he hit me',
  ])('is that adult: %s', (text) =>
    expect(judge(text, asked)).toMatchObject({ about: 'practitioner', meant: { names: ['Sam'] } }),
  );

  it.each(['i told sam. he hit me again', 'sam knows. he hit me again', 'hi sam. he hit me again'])(
    'is somebody else when that adult was only told, or another stands between: %s',
    (text) => {
      const verdict = judge(text, asked);
      expect(verdict.level).not.toBe('none');
      expect(verdict.about).not.toBe('practitioner');
    },
  );
});

describe('an adult of the service to whom it is written', () => {
  const shipped = shippedJudge();

  it.each([
    [['hey sam'], 'he hit me again'],
    [['hi priya its me'], 'he punched me'],
    [['sam are you there'], 'he touched me'],
    [['sam can i tell you something'], 'he raped me'],
    [[], 'hi sam he hit me'],
    [['my uncle touched me'], 'can sam ring me'],
  ])('is not the "he" behind the greeting: %j %s', (before, text) =>
    expect(shipped(text, { ...asked, before }).about).not.toBe('practitioner'),
  );

  it.each([
    [['i need to tell you about sam'], 'he touched me'],
    [['sam came round'], 'he hit me again'],
    [['hi'], 'sam says i have to stay for longer in his car and its our thing'],
    [[], 'hi sam please stop touching me'],
    [[], 'hey priya, sam hit me'],
    [[], 'what if its sam i want to tell about'],
  ])('is accused where more is said of them: %j %s', (before, text) =>
    expect(shipped(text, { ...asked, before }).about).toBe('practitioner'),
  );
});

describe('naming who did it afterwards', () => {
  it('makes what was told before an allegation', () =>
    expect(judge('it was sam', { ...asked, before: ['someone touched me last night'] })).toMatchObject({
      about: 'practitioner',
      meant: { names: ['Sam'] },
    }));

  it('accuses nobody where nothing was told', () =>
    expect(judge('it was sam', { ...asked, before: ['who won the football'] }).level).toBe('none'));
});

it('who must not know is not thereby accused', () => {
  const verdict = judge('i dont want sam to know', asked);
  expect(verdict.about).not.toBe('practitioner');
  expect(verdict.notThem).toEqual(['sam']);
});
