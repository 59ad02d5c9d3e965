import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();

/**
 * The barest way of telling. No labelled message is this short, so what was learnt from them says nothing of it: it is
 * for the rules to be certain.
 */
describe('a disclosure of a few words, and nothing beside it', () => {
  it.each([
    'i want to die',
    'I want to die.',
    'wanna die',
    'hi i want to die',
    'honestly i just really want to die',
    'i want to die every day',
    'i wish i was dead',
    'wish i was dead',
    'i self harm',
    'ive been self harming again',
    'i ran away',
    'ive run away from home',
    'im not safe',
    "I'm not safe here",
    'not safe',
    'i am in danger',
    'my dad hit me again',
    'my mum kicked me out',
    'im sleeping rough',
    'my mum doesnt feed us',
    'im going to be forced to marry',
    'my dads got a knife',
    'im being followed',
  ])('is urgent at least: %s', (text) => expect(['urgent', 'immediate']).toContain(judge(text).level));

  it.each([['my stepdad keeps hitting me', 'and theres a man online who has nudes of me and wants money']])(
    'is as urgent after what was told before it: %s',
    (...before) => {
      const verdict = judge('i cut myself last night coz of it', { before });
      expect(['urgent', 'immediate']).toContain(verdict.level);
      expect(verdict.kinds).toContain('self-harm');
    },
  );

  it.each(['help me', 'please help me', 'can someone help me'])('is heard as the beginning of one: %s', (text) =>
    expect(judge(text).level).not.toBe('none'),
  );
});

describe('a laugh, a kiss or a retraction behind it', () => {
  const endings = ['lol', 'jk', 'haha dw', 'x', 'only joking', '😂'];

  it.each([
    'i want to die',
    'mum kicked me out',
    'my best friend cuts herself',
    'i sent a pic and now he wants money',
    'they make me carry drugs',
    'my boyfriend is 27 im 14',
  ])('takes nothing away from it: %s', (text) => {
    for (const ending of endings) {
      const said = `${text} ${ending}`;
      expect([said, ['urgent', 'immediate']]).toEqual([said, expect.arrayContaining([judge(said).level])]);
    }
  });

  it('may stand in sentences of its own', () => expect(judge('i want to die. jk. well half jk').level).toBe('urgent'));
});

describe('the same words with something harmless beside them', () => {
  it.each([
    'i want to die of embarrassment',
    'lost at jenga to nan, i want to die',
    'im waiting at the bus station x',
    'nan beat me at chess haha dw',
    'my plant wants to die',
    'i dont want to die i want to DYE it. blue',
    'we did self harm in pshe',
    'the dog ran away',
    'i ran away with the ball',
    'the roof is not safe so pe is off',
    'help me with my maths',
    'HELP',
    'help',
  ])('stays harmless: %s', (text) => expect(judge(text).level).toBe('none'));
});

/** What an adult of the service must not do, as a child says it first: a name or a role, a verb, and what it is done to. */
describe('an adult of the service, in a few words', () => {
  const staff = ['Sam', 'Priya'];
  it.each([
    'sam wants to meet at his flat',
    'my worker asked me to send a selfie in bed',
    'sam comes round when my mum is out',
    'priya booked us a hotel',
    'priya nicked 20 quid out my purse',
    'my support worker hugged me and wouldnt let go',
    'i stayed at sams last night',
    'sam pays me to keep quiet',
    'priya wont let me ring my mum',
  ])('is accused, and urgently: %s', (text) => {
    const verdict = judge(text, { staff });
    expect([verdict.about, ['urgent', 'immediate'].includes(verdict.level)]).toEqual(['practitioner', true]);
  });

  it.each([
    'sam is weird with me',
    'i dont want priya picking me up any more',
    'can i have someone else not sam',
    'my mentor gives me bad vibes',
    'please dont send sam',
  ])('is a worry of the lead where a child is only uneasy: %s', (text) =>
    expect(judge(text, { staff })).toMatchObject({ level: 'worry', about: 'practitioner' }),
  );

  it.each([
    'sam wants to meet at the library',
    'sam comes round at 5 when my mum is back',
    'priya booked us a pitch',
    'priya wont let us win at pool',
    'my mentor rings me at 4 on fridays',
    'i stayed at nans so sam can pick me up there',
    'sam is weird about pineapple',
  ])('is let alone where nothing is done: %s', (text) => expect(judge(text, { staff }).level).toBe('none'));
});
