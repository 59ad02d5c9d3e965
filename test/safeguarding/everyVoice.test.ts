import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();

/** One plain act, as past, participle, -ing form, habit and bare verb. */
const ACTS = [
  ['hit', 'hit', 'hitting', 'hits', 'hit'],
  ['strangled', 'strangled', 'strangling', 'strangles', 'strangle'],
  ['raped', 'raped', 'raping', 'rapes', 'rape'],
  ['touched', 'touched', 'touching', 'touches', 'touch'],
] as const;
type Act = (typeof ACTS)[number];

const VOICES: readonly [string, (act: Act, who: string) => string][] = [
  ['actively', ([past], who) => `${who} ${past} me`],
  ['passively', ([, done], who) => `i was ${done} by ${who}`],
  ['with get', ([, done], who) => `i keep getting ${done} by ${who}`],
  ['as it goes on', ([, done], who) => `im being ${done} by ${who}`],
  ['without an i', ([, done], who) => `got ${done} by ${who} again`],
  ['naming who it was', ([past], who) => `it was ${who} who ${past} me`],
  ['naming the one', ([, , , habit], who) => `${who} is the one who ${habit} me`],
  ['as a habit', ([, , doing], who) => `${who} keeps ${doing} me`],
  ['as over', ([, , , , bare], who) => `${who} used to ${bare} me`],
  ['as long ago', ([, done], who) => `when i was 8 i was ${done} by ${who}`],
  ['as a question', ([, , , , bare], who) => `is it ok for ${who} to ${bare} me`],
  ['asking what to do', ([, , , habit], who) => `what do i do if ${who} ${habit} me`],
  ['as told already', ([, , , habit], who) => `i told my teacher ${who} ${habit} me`],
  ['of a sister', ([, done], who) => `my sister is being ${done} by ${who}`],
  ['as a fear', ([, done], who) => `im scared of being ${done} by ${who}`],
  ['in another order', ([, , , , bare], who) => `${who} he ${bare} me`],
  ['with talk around it', ([past], who) => `so basically ${who} ${past} me lol`],
];

describe.each(VOICES)('a plain act told %s', (_name, tell) => {
  it('is urgent at least, whoever of those near did it', () => {
    for (const who of ['my dad', 'my stepdad', 'my uncle'])
      for (const act of ACTS) {
        const said = tell(act, who);
        expect([said, judge(said).level]).toEqual([said, expect.stringMatching(/^(urgent|immediate)$/)]);
      }
  });
});

describe('what is told of oneself, in every voice', () => {
  it.each([
    'suicide is always on my mind',
    'been having thoughts of ending it',
    'i told my teacher im suicidal',
    'my sister tried to end her life',
    'my wrists are cut',
    'self harm is how i cope',
    'my friend makes herself sick',
    'im hearing voices',
    'i havent been home for two days',
    'mum calls me a mistake',
    'im being groomed by a man online',
    'i was made to carry drugs by them',
    'im being radicalised',
    'he wants to blow up the school',
    'i got beaten up at school',
    'ive been starving myself',
    'a boy at school keeps grabbing my bum',
  ])('is urgent at least: %s', (text) => expect(judge(text).level).toMatch(/^(urgent|immediate)$/));

  it.each(['i was bullied by girls in my class', 'my mum is an alcoholic', 'my dads mean to me', 'i go to bed hungry'])(
    'is a worry at least: %s',
    (text) => expect(judge(text).level).not.toBe('none'),
  );
});

describe('talk around what is told', () => {
  const told = [
    'i was hit by my dad',
    'i self harm',
    'im being groomed',
    'mum kicked me out',
    'i havent been home for two days',
  ];
  const around: readonly ((told: string) => string)[] = [
    (text) => `so basically ${text}`,
    (text) => `can i tell you something. ${text}`,
    (text) => `${text} but its fine`,
    (text) => `${text} is that normal`,
    (text) => `${text} and i dont know what to do`,
    (text) => `${text} dont tell anyone`,
  ];

  it.each(told)('takes nothing from it: %s', (text) => {
    for (const put of around) {
      const said = put(text);
      expect([said, judge(said).level]).toEqual([said, expect.stringMatching(/^(urgent|immediate)$/)]);
    }
  });

  it.each(['my dad hit me cos i lost at fifa', 'my dad punched me because i broke the xbox'])(
    'is not made a game by its reason: %s',
    (text) => expect(judge(text).level).toMatch(/^(urgent|immediate)$/),
  );
});

describe('the same words of a game, a thing or nothing that happened', () => {
  it.each([
    'i got hit by a ball in pe',
    'i was beaten by my dad at chess',
    'my brother hit me with a pillow',
    'i was touched by that song',
    'i got kicked by a horse',
    'i was attacked by a goose',
    'my boxing coach hit me in sparring',
    'i was strangled by my scarf lol',
    'i was kicked out of class',
    'i was groomed to be team captain lol',
    'i want to blow up the balloons',
    'suicide is a topic in psychology',
    'im not suicidal',
    'im not being groomed',
    'my mum got beaten by my dad at scrabble',
    'theres no food at this party',
    'i slept in a tent at cubs',
    'my friend is missing out',
    'i want to run away from this homework',
    'my boyfriend is 15',
  ])('stays harmless: %s', (text) => expect(judge(text).level).toBe('none'));
});
