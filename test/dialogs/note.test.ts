import { play, wishes, type Row } from './rows';
import { Talk, TUESDAY, assessed, concern } from './talk';

const ANSWERS: readonly Row[] = [
  ['6', ['going-well']],
  ['football', ['not-going-well']],
  ['maths', ['would-like-to-change-from']],
  ['a new seat', ['for-the-visit']],
];

async function atTheNote(channel: 'sms' | 'web' = 'sms', facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts, channel);
  await talk.isDue();
  await play(talk, [...ANSWERS, ['skip', [channel === 'sms' ? 'note-sms' : 'note-web']]]);
  return talk;
}

async function shown(channel: 'sms' | 'web'): Promise<string> {
  const talk = new Talk(TUESDAY, channel);
  await talk.isDue();
  await play(talk, ANSWERS);
  return (await talk.says('skip')).texts[0] ?? '';
}

test('by SMS it shows numbered headings and no content', async () => {
  const text = await shown('sms');
  expect(text).toContain('1 going well, 2 not so well, 3 to change.');
  expect(text).toContain('You see Sam at 4pm on Thursday.');
  expect(text).not.toMatch(/football|maths|seat/);
});

test('by web chat it shows their own words', async () => {
  const text = await shown('web');
  expect(text).toContain('1 going well: football');
  expect(text).toContain('3 to change: a new seat');
});

test('OK ends the check-in', async () => {
  const heard = await play(await atTheNote(), [['OK', ['note-ok']]]);
  expect(wishes(heard, 'check-in-finished')).toHaveLength(1);
});

test.each(['no', 'nah', 'dont send it', 'keep it back', 'na'])(
  '"%s" sends nothing yet: they are asked which of it',
  async (words) => {
    const heard = await play(await atTheNote(), [
      [words, ['note-again']],
      ['KEEP 2', ['note-kept']],
      ['OK', ['note-ok']],
    ]);
    expect(wishes(heard, 'keep-back')).toHaveLength(1);
  },
);

test('what is kept back is wished for before the check-in ends, and they are told who still can see it', async () => {
  const heard = await play(await atTheNote(), [
    ['KEEP 2', ['note-kept']],
    ['ok', ['note-ok']],
  ]);
  expect(wishes(heard, 'keep-back')).toEqual([{ wish: 'keep-back', headings: ['not-going-well'] }]);
  expect(heard[0]?.texts[0]).toContain("Sam won't see 2, or that you kept it");
  expect(heard[0]?.texts[0]).toContain('Ruth can read it there');
});

test('new words replace the old ones in the note under the same number', async () => {
  const talk = await atTheNote('web');
  const heard = await play(talk, [
    ['CHANGE 2', ['note-change']],
    ['maths is ok really', ['note-changed']],
    ['NOTE', ['note-web']],
  ]);
  expect(wishes(heard, 'answer')).toMatchObject([
    { answer: { heading: 'not-going-well', words: 'maths is ok really' } },
  ]);
  expect(heard[2]?.texts[0]).toContain('2 not so well: maths is ok really');
});

test('a worry cannot be kept back, but how it is put is theirs', async () => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [
    ['6', ['going-well']],
    ['football', ['not-going-well']],
    ['they laugh at me', ['would-like-to-change-from'], {}, assessed('worry', ['bullying'])],
    ['skip', ['for-the-visit']],
    ['skip', ['note-sms']],
    ['keep 2', ['note-cannot-keep']],
    ['change 2', ['note-change']],
    ['some people are mean', ['note-changed']],
    ['keep 2', ['note-cannot-keep']],
  ]);
});

test('nobody edits it while an urgent concern is open', async () => {
  const given = { concern: concern(TUESDAY.now) };
  await play(await atTheNote(), [['KEEP 2', ['note-waits'], given]]);
});

test('a number alone is asked about, anything else is heard as something new', async () => {
  await play(await atTheNote(), [
    ['2', ['note-again']],
    ['KEEP 9', ['note-again']],
    ['actually my week was rubbish', ['open-invite']],
  ]);
});

test('without a check-in there is no note to show', async () => {
  await play(new Talk(), [['NOTE', ['note-none']]]);
});

test('a reply that comes after the note was agreed is still obeyed: it has not gone yet', async () => {
  const heard = await play(await atTheNote(), [
    ['OK', ['note-ok']],
    ['KEEP 2', ['note-kept']],
  ]);
  expect(wishes(heard, 'keep-back')).toMatchObject([{ headings: ['not-going-well'] }]);
});
