import type { ConcernFacts, Facts, Kind } from '../../src/vocabulary';
import { SECOND_MS, later } from '../../src/vocabulary';
import { play, wishes } from './rows';
import { Talk, TUESDAY, concern, opened } from './talk';

const urgent = (kinds: readonly Kind[], more: Parameters<typeof opened>[3] = {}, at = TUESDAY.now): Partial<Facts> => ({
  fresh: opened(at, 'urgent', kinds, more),
  concern: concern(at),
});
const immediate = (kinds: readonly Kind[]): Partial<Facts> => ({
  fresh: opened(TUESDAY.now, 'immediate', kinds),
  concern: concern(TUESDAY.now, { level: 'immediate' }),
});

/** The question as the carrier took it, so many seconds before the answer. */
function asked(talk: Talk, secondsAgo: number, more: Partial<ConcernFacts> = {}): Partial<Facts> {
  const acceptedAt = later(talk.facts.now, (30 - secondsAgo) * SECOND_MS);
  return { concern: concern(TUESDAY.now, { safeNow: { askedAt: acceptedAt, acceptedAt, answer: null }, ...more }) };
}

async function afterUrgent(kinds: readonly Kind[] = ['physical-abuse'], facts: Facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('words', urgent(kinds, {}, facts.now));
  return talk;
}

test.each<[string, 'yes' | 'no' | 'not-sure', string]>([
  ['1', 'yes', 'safe-yes'],
  ['yh', 'yes', 'safe-yes'],
  ['2', 'no', 'immediate'],
  ['nah', 'no', 'immediate'],
  ['3', 'not-sure', 'safe-not-sure'],
])('"%s" is %s', async (words, answer, template) => {
  const talk = await afterUrgent();
  const [heard] = await play(talk, [[words, [template], asked(talk, 20)]]);
  expect(wishes(heard!, 'safe-now-answered')).toEqual([{ wish: 'safe-now-answered', answer }]);
});

test.each([
  ['in five minutes, rounded up', 900, /read by 4\.10pm/],
  ['when they were told before, where that is sooner', 150, /read by 4\.05pm/],
  ['in five minutes, where that hour has passed', 20, /read by 4\.10pm/],
])('"not sure" is read %s', async (_when, seconds, time) => {
  const talk = await afterUrgent();
  const willReadBy = later(TUESDAY.now, seconds * SECOND_MS);
  const [heard] = await play(talk, [['3', ['safe-not-sure'], asked(talk, 20, { willReadBy })]]);
  expect(heard!.texts[0]).toMatch(time);
});

test('a mood "1" already on its way is not "yes, safe"', async () => {
  const talk = await afterUrgent();
  const heard = await play(talk, [
    ['1', ['safe-again'], asked(talk, 4)],
    ['1', ['safe-yes'], asked(talk, 34)],
  ]);
  expect(wishes(heard[0]!, 'safe-now-answered')).toEqual([]);
  expect(wishes(heard[1]!, 'safe-now-answered')).toHaveLength(1);
});

test('nor is one the carrier has not taken yet', async () => {
  const talk = await afterUrgent();
  const waiting = {
    concern: concern(TUESDAY.now, { safeNow: { askedAt: TUESDAY.now, acceptedAt: null, answer: null } }),
  };
  await play(talk, [['1', ['safe-again'], waiting]]);
});

test('it is put twice at most, and only the first is on record', async () => {
  const talk = await afterUrgent();
  const heard = await play(talk, [
    ['hmm', ['safe-again'], asked(talk, 20)],
    ['hmm', ['after-more'], asked(talk, 50)],
    ['hmm', ['after-more'], asked(talk, 80)],
    ['1', ['safe-yes'], asked(talk, 110)],
  ]);
  expect(wishes(heard, 'safe-now-asked')).toEqual([]);
});

test.each([
  'What do you mean by safe? There is more than one meaning.',
  'what does safe mean',
  'safe from what',
  'safe?',
  'what do u mean safe',
  'i not understand',
  'wdym',
  'be mae saff yn feddwl',
])('"%s" hears what the word means, and the same question', async (words) => {
  const talk = await afterUrgent();
  const heard = await play(talk, [
    [words, ['explain-safe'], asked(talk, 20)],
    ['1', ['safe-yes'], asked(talk, 50)],
  ]);
  expect(heard[0]?.texts[0]).toMatch(/Are you safe right now\? Text 1 yes, 2 no, 3 not sure\./);
});

test.each(['why does it matter', 'why do u ask', 'why do you need to know that'])(
  '"%s" hears why safety is asked about, and not that it may be left out',
  async (words) => {
    const talk = await afterUrgent();
    const heard = await play(talk, [
      [words, ['why-safe'], asked(talk, 20)],
      ['1', ['safe-yes'], asked(talk, 50)],
    ]);
    expect(heard[0]?.texts[0]).not.toMatch(/SKIP/);
  },
);

test('to who is asked for the second time it is not put again, however they ask', async () => {
  const talk = await afterUrgent();
  await play(talk, [
    ['hmm', ['safe-again'], asked(talk, 20)],
    ['what does safe mean', ['after-more'], asked(talk, 50)],
  ]);
});

test('ending life is asked about only while a human is being rung, as the second question', async () => {
  const talk = await afterUrgent(['suicide']);
  const heard = await play(talk, [
    ['3', ['safe-not-sure', 'ending-life'], asked(talk, 20)],
    ['1', ['immediate-not-alone'], asked(talk, 50)],
  ]);
  expect(wishes(heard[1]!, 'safe-now-answered')).toEqual([{ wish: 'safe-now-answered', answer: 'no' }]);
  const calm = await afterUrgent(['suicide']);
  await play(calm, [['1', ['safe-yes'], asked(calm, 20)]]);
});

test('it is not asked a third time', async () => {
  const talk = await afterUrgent(['suicide']);
  await play(talk, [
    ['hmm', ['safe-again'], asked(talk, 20)],
    ['3', ['safe-not-sure'], asked(talk, 50)],
  ]);
});

test('an answer is heard after something else was talked about in between', async () => {
  const talk = await afterUrgent();
  const heard = await play(talk, [
    ['settings', ['settings']],
    ['2', ['immediate'], asked(talk, 50)],
  ]);
  expect(wishes(heard, 'prefer')).toEqual([]);
});

test('a disclosure of another kind within the hour is thanked for as the first was, once, and promised no hour', async () => {
  const talk = await afterUrgent();
  const more = { ...urgent(['self-harm']), ...asked(talk, 20) };
  const [heard] = await play(talk, [
    ['ive been cutting too', ['after-another', 'helplines-now'], more],
    ['i did it again today', ['after-more', 'helplines-now'], more],
  ]);
  expect(heard?.texts[0]).toMatch(/Thank you for telling us that as well\. We are not cross\. You did right to say\./);
});

test('something new that is urgent is not questioned again, and answers the question if it does', async () => {
  const talk = await afterUrgent();
  const more = { ...urgent(['physical-abuse']), ...asked(talk, 20) };
  await play(talk, [
    ['he did it on sunday too', ['after-more'], more],
    ['no hes coming', ['immediate'], { ...immediate(['physical-abuse']), ...asked(talk, 50, { level: 'immediate' }) }],
  ]);
});
