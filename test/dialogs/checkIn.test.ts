import { play, wishes, type Row } from './rows';
import { Talk, TUESDAY, assessed, concern, opened } from './talk';

const WHOLE: readonly Row[] = [
  ['7', ['going-well']],
  ['football', ['not-going-well']],
  ['maths', ['would-like-to-change-from']],
  ['ask for a new seat', ['for-the-visit']],
  ['can we go out', ['note-sms']],
  ['ok', ['note-ok']],
];

async function due(talk = new Talk()): Promise<Talk> {
  await talk.isDue();
  return talk;
}

test('asks mood, what goes well, what does not, what to change and a word for the visit', async () => {
  const heard = await play(await due(), WHOLE);
  expect(wishes(heard, 'mood')).toEqual([{ wish: 'mood', mood: 7 }]);
  expect(wishes(heard, 'answer')).toMatchObject([
    { answer: { heading: 'going-well', words: 'football' } },
    { answer: { heading: 'not-going-well', words: 'maths' } },
    { answer: { heading: 'would-like-to-change', words: 'ask for a new seat' } },
    { answer: { heading: 'for-the-visit', words: 'can we go out' } },
  ]);
  expect(wishes(heard, 'check-in-finished')).toHaveLength(1);
});

test('"yes" to "anything for the visit?" is asked what, once, and is no word to take to it', async () => {
  const [, , , said] = await play(await due(), [
    ['9', ['going-well']],
    ['football', ['not-going-well']],
    ['nowt', ['for-the-visit']],
    ['yes', ['for-the-visit-what']],
    ['can we go out', ['note-sms']],
  ]);
  expect(wishes(said!, 'answer')).toEqual([]);
  const heard = await play(await due(), [
    ['9', ['going-well']],
    ['football', ['not-going-well']],
    ['nothing', ['for-the-visit']],
    ['yes', ['for-the-visit-what']],
    ['yeah', ['note-sms']],
  ]);
  expect(JSON.stringify(wishes(heard, 'answer'))).not.toContain('for-the-visit');
});

test('a number off the scale is a joke, and no reason for the mood that follows it', async () => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [
    ['69 lol', ['mood-again']],
    ['ok 7', ['going-well']],
  ]);
});

test('a low mood is asked about first, and not a second time as "not going well"', async () => {
  await play(await due(), [
    ['1', ['low-mood']],
    ['mum shouted', ['going-well-after-low']],
    ['my dog', ['would-like-to-change-from']],
  ]);
  await play(await due(), [
    ['2', ['low-mood']],
    ['skip', ['going-well-after-low']],
    ['dunno', ['would-like-to-change-from']],
  ]);
});

test('nothing wrong leaves nothing to change, and no step towards it', async () => {
  await play(await due(), [
    ['9', ['going-well']],
    ['everything', ['not-going-well']],
    ['nothing', ['for-the-visit']],
  ]);
});

test.each(['nah', 'no', 'nothing', 'dim byd'])(
  '"%s" to anything for the visit is no word to take to it',
  async (words) => {
    const rows: readonly Row[] = [...WHOLE.slice(0, 2), ['nah', ['for-the-visit']], [words, ['note-sms']]];
    // "What's not going so well?" was answered: nothing is.
    expect(wishes(await play(await due(), rows), 'answer')).toMatchObject([
      { answer: { heading: 'going-well', words: 'football' } },
      { answer: { heading: 'not-going-well', words: 'nah' } },
    ]);
  },
);

test('the last small step is asked about, on the phone without its words', async () => {
  const talk = await due(new Talk({ ...TUESDAY, lastGoal: 'tell mum the truth' }));
  const heard = await play(talk, [
    ['5', ['going-well']],
    ['art', ['not-going-well']],
    ['sleep', ['would-like-to-change-from']],
    ['bed earlier', ['last-goal']],
    ['did it', ['for-the-visit']],
  ]);
  expect(heard[3]?.texts[0]).not.toContain('truth');
});

test('a mood that is no number is asked for once more, then passed by', async () => {
  await play(await due(), [
    ['alright', ['mood-again']],
    ['just alright', ['going-well']],
  ]);
  await play(await due(), [['dunno', ['going-well']]]);
});

test.each(['later', 'quit', 'end', 'cancel', 'not now'])('"%s" puts it off without a word of blame', async (words) => {
  await play(await due(), [[words, ['check-in-later']]]);
});

test('a lone "end" to an open question is the answer', async () => {
  const heard = await play(await due(), [
    ['6', ['going-well']],
    ['end', ['not-going-well']],
  ]);
  expect(wishes(heard, 'answer')).toMatchObject([{ answer: { words: 'end' } }]);
});

test('every message of a burst is kept word for word under its own link', async () => {
  const heard = await play(await due(), [
    ['6', ['going-well']],
    [['football', 'and  my NAN!'], ['not-going-well']],
  ]);
  expect(wishes(heard, 'answer')).toMatchObject([
    { answer: { words: 'football', message: 'm2' } },
    { answer: { words: 'and  my NAN!', message: 'm3' } },
  ]);
});

test('everything skipped ends without a note', async () => {
  const talk = await due(new Talk({ ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson! } }));
  await play(talk, [
    ['skip', ['going-well']],
    ['skip', ['not-going-well']],
    ['skip', ['would-like-to-change']],
    ['skip', ['for-the-visit']],
    ['skip', ['check-in-nothing-said']],
  ]);
});

test('a worry inside it is thanked for, and the check-in goes on', async () => {
  const given = { fresh: opened(TUESDAY.now, 'worry', ['bullying']) };
  await play(await due(), [
    ['5', ['going-well']],
    ['art', ['not-going-well']],
    ['they laugh at me', ['check-in-worry', 'would-like-to-change-from'], given],
  ]);
});

test('an urgent concern ends it, keeps what was said, and it is not resumed by force', async () => {
  const talk = await due();
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['physical-abuse']), concern: concern(TUESDAY.now) };
  const heard = await play(talk, [
    ['5', ['going-well']],
    ['art', ['not-going-well']],
    ['dad hits me', ['after-urgent-lead'], given],
    ['i feel sick', ['safe-again'], { concern: concern(TUESDAY.now) }],
    ['hello', ['after-more'], { concern: concern(TUESDAY.now) }],
  ]);
  expect(wishes(heard, 'check-in-finished')).toHaveLength(1);
  expect(wishes(heard, 'answer')).toHaveLength(1);
});

test('a mood in the same burst as a disclosure is not lost', async () => {
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['physical-abuse']), concern: concern(TUESDAY.now) };
  const heard = await play(await due(), [[['3', 'dad hits me'], ['after-urgent-lead'], given]]);
  expect(wishes(heard, 'mood')).toEqual([{ wish: 'mood', mood: 3 }]);
});

test('a question in between is answered, and the open one put again', async () => {
  await play(await due(), [
    ['who is this', ['who', 'mood']],
    ['are you a robot', ['robot', 'mood']],
    ['HELP', ['help']],
    ['6', ['going-well']],
    ['tell Sam I got a B', ['not-going-well']],
  ]);
});

test('it does not begin over an open question of safety', async () => {
  const talk = new Talk();
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['neglect']), concern: concern(TUESDAY.now) };
  await play(talk, [['no food', ['after-urgent-lead', 'limits-line'], given]]);
  expect((await talk.isDue()).say).toEqual([]);
});

test('an ordinary one costs 14 SMS parts in the middle and 18 at the longest, both ways', async () => {
  const long = { ...TUESDAY, lastGoal: 'bed earlier', limits: { lastFullAt: null, dueInFull: true } };
  const names = { ...long, youngPerson: { ...long.youngPerson!, firstName: 'Alexandria' } };
  const mentor = { id: 'sam', firstName: 'Christopher', available: true };
  expect(await partsOf(new Talk())).toBeLessThanOrEqual(14);
  const longest = new Talk({ ...names, mentor, lead: { ...mentor, id: 'dana', firstName: 'Bernadette' } });
  expect(await partsOf(longest)).toBeLessThanOrEqual(18);
});

async function partsOf(talk: Talk): Promise<number> {
  const heard = [await talk.isDue()];
  while (heard.at(-1)?.templates[0] !== 'note-ok') {
    const last = heard.at(-1)?.templates.at(-1) ?? '';
    heard.push(await talk.says(last.includes('mood') ? '6' : last.startsWith('note') ? 'ok' : 'something short'));
  }
  const theirs = heard.length - 1;
  return theirs + heard.flatMap((one) => one.say).reduce((sum, one) => sum + one.parts, 0);
}

test('what is kept for the note knows what is a concern', async () => {
  const talk = await due();
  await play(talk, [
    ['5', ['going-well']],
    ['art', ['not-going-well'], {}, assessed('none')],
    ['they laugh at me', ['would-like-to-change-from'], {}, assessed('worry', ['bullying'])],
    ['skip', ['for-the-visit']],
    ['skip', ['note-sms']],
    ['keep 1 and 2', ['note-kept', 'note-cannot-keep']],
  ]);
});
