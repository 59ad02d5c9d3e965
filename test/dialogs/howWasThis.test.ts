import type { Facts } from '../../src/vocabulary';
import { play, wishes, type Row } from './rows';
import { Talk, TUESDAY, concern } from './talk';

const DUE: Facts = { ...TUESDAY, howWasThisDue: true };
const CHECK_IN: readonly Row[] = [
  ['6', ['going-well']],
  ['football', ['not-going-well']],
  ['nothing', ['for-the-visit']],
  ['no', ['note-sms']],
];

async function atTheEnd(facts: Facts = DUE): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.isDue();
  await play(talk, CHECK_IN);
  return talk;
}

const answers = (heard: Parameters<typeof wishes>[0]) => wishes(heard, 'how-was-this-answered');

test('at the end of a check-in, when it is time, two short questions are asked, and the answers kept', async () => {
  const heard = await play(await atTheEnd(), [
    ['OK', ['note-ok', 'how-was-this']],
    ['yes', ['how-was-this-right']],
    ['bit long tbh', ['how-was-this-thanks']],
    ['ok', ['open-goodbye']],
  ]);
  expect(wishes(heard, 'how-was-this-asked')).toHaveLength(1);
  expect(answers(heard)).toMatchObject([
    { question: 'said-what-they-wanted', answer: 'yes' },
    { question: 'right-for-them', answer: 'in-words' },
  ]);
});

test('otherwise nothing is asked', async () => {
  const heard = await play(await atTheEnd(TUESDAY), [['OK', ['note-ok']]]);
  expect(wishes(heard, 'how-was-this-asked')).toEqual([]);
});

test('nor over an open concern', async () => {
  const heard = await play(await atTheEnd(), [['OK', ['note-waits'], { concern: concern(DUE.now) }]]);
  expect(wishes(heard, 'how-was-this-asked')).toEqual([]);
});

test('skip passes one over, later ends it, and neither is kept as an answer', async () => {
  const heard = await play(await atTheEnd(), [
    ['OK', ['note-ok', 'how-was-this']],
    ['skip', ['how-was-this-right']],
    ['not now', ['open-goodbye']],
  ]);
  expect(answers(heard)).toEqual([]);
});

test('whoever tells something instead is listened to', async () => {
  const long = 'well i wanted to say something about my sister but i did not know how to start';
  const heard = await play(await atTheEnd(), [
    ['OK', ['note-ok', 'how-was-this']],
    [long, ['open-invite']],
  ]);
  expect(answers(heard)).toEqual([]);
});
