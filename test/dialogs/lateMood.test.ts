import { play, wishes } from './rows';
import { Talk, TUESDAY, assessed, concern, opened } from './talk';

const HOURS = 3600;

/** A check-in asked for a number, and the conversation it was asked in is over. */
async function asked(hoursAgo = 7): Promise<Talk> {
  const talk = new Talk();
  await talk.isDue();
  talk.passes(hoursAgo * HOURS);
  talk.facts = { ...talk.facts, moodAwaited: true };
  return talk;
}

test('a mood that comes seven hours later is the mood, after the limits of a new conversation', async () => {
  const heard = await play(await asked(), [
    ['4', ['limits-line', 'going-well']],
    ['football', ['not-going-well']],
    ['maths', ['would-like-to-change-from']],
  ]);
  expect(wishes(heard, 'mood')).toEqual([{ wish: 'mood', mood: 4 }]);
  expect(wishes(heard, 'answer')).toHaveLength(2);
});

test('a low one is asked about first, however late', async () => {
  await play(await asked(26), [['like a 2', ['limits-line', 'low-mood']]]);
});

test('the limits are made in full where they are due', async () => {
  const talk = await asked();
  talk.facts = { ...talk.facts, limits: { lastFullAt: null, dueInFull: true } };
  await play(talk, [['4', ['limits-full', 'going-well']]]);
});

test('it is heard too after other words in the new conversation', async () => {
  await play(await asked(), [
    ['sorry only just saw this', ['no-sorry', 'limits-line']],
    ['im a 6', ['going-well']],
  ]);
});

test('other words are listened to', async () => {
  await play(await asked(), [['had 2 detentions', ['limits-line-open']]]);
});

test('a number nobody asked for, or one while a concern is open, is no mood', async () => {
  await play(new Talk(), [['4', ['limits-line-open']]]);
  const talk = await asked();
  await play(talk, [['4', ['after-more', 'limits-line'], { concern: concern(TUESDAY.now) }]]);
});

test('why it is so low, said with it, is kept and not asked for again', async () => {
  const talk = new Talk();
  await talk.isDue();
  const heard = await play(talk, [
    ['2 cos mum shouted', ['going-well-after-low']],
    ['my dog', ['would-like-to-change-from']],
  ]);
  expect(wishes(heard, 'answer')).toMatchObject([
    { answer: { heading: 'not-going-well', words: '2 cos mum shouted' } },
    { answer: { heading: 'going-well', words: 'my dog' } },
  ]);
});

test.each<[readonly string[], string]>([
  [['1', 'mum shouted'], 'going-well-after-low'],
  [['hi', '1'], 'low-mood'],
  [['1', 'idk'], 'low-mood'],
  [['8 cos i got picked for the team'], 'not-going-well'],
  [['8 but maths was bad'], 'going-well'],
  [['5 cos of maths'], 'going-well'],
])('%j goes on with %s', async (burst, next) => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [[burst, [next]]]);
});

test('the number is named as they put it', async () => {
  const talk = new Talk();
  await talk.isDue();
  const [low] = await play(talk, [['1/5', ['low-mood']]]);
  expect(low?.texts[0]).toContain('made it a 1/5');
  expect(wishes(low!, 'mood')).toEqual([{ wish: 'mood', mood: 2 }]);
});

test('a worry told with the number is thanked for', async () => {
  const talk = new Talk();
  await talk.isDue();
  const given = { fresh: opened(TUESDAY.now, 'worry', ['bullying']) };
  await play(talk, [
    ['2 cos they laugh at me', ['check-in-worry', 'going-well-after-low'], given, assessed('worry', ['bullying'])],
  ]);
});
