import { play, wishes } from './rows';
import { Talk, TUESDAY, concern, opened } from './talk';

/** A question of safety the carrier took a minute ago. */
const ASKED = { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null };

test('inside a check-in it ends the questions, keeps what was said, and no reply after it asks anything', async () => {
  const talk = new Talk();
  await talk.isDue();
  const heard = await play(talk, [
    ['5', ['going-well']],
    ['football', ['not-going-well']],
    ['stop asking me that', ['no-more-questions']],
    ['ur so annoying', ['open-heard']],
    ['maths was rubbish', ['open-more']],
    ['WHO', ['who']],
    ['ok', ['open-goodbye']],
  ]);
  expect(wishes(heard, 'check-in-finished')).toHaveLength(1);
  expect(wishes(heard, 'answer')).toMatchObject([{ answer: { words: 'football' } }]);
  for (const { texts } of heard.slice(2)) expect(texts.join(' ')).not.toContain('?');
});

test.each(['stop asking', 'dont ask me', 'leave it', 'can we not'])('"%s" to the mood asks nothing', async (words) => {
  const talk = new Talk();
  await talk.isDue();
  await play(talk, [[words, ['no-more-questions']]]);
});

test('a number beside it is not lost', async () => {
  const talk = new Talk();
  await talk.isDue();
  const heard = await play(talk, [[['3', 'stop asking'], ['no-more-questions']]]);
  expect(wishes(heard, 'mood')).toEqual([{ wish: 'mood', mood: 3 }]);
});

test('as the first words of a conversation it is answered, then come the limits, and no invitation', async () => {
  await play(new Talk(), [
    ['leave me alone', ['no-more-questions', 'limits-line']],
    ['hi', ['open-heard']],
  ]);
});

test('a check-in that falls due in the same conversation asks nothing; one they ask for does', async () => {
  const talk = new Talk();
  await play(talk, [['stop asking', ['no-more-questions', 'limits-line']]]);
  expect((await talk.isDue()).say).toEqual([]);
  await play(talk, [['check in', ['mood']]]);
});

test('it holds for this conversation: the next one may ask', async () => {
  const talk = new Talk();
  await play(talk, [['stop asking', ['no-more-questions', 'limits-line']]]);
  talk.passes(7 * 3600);
  expect((await talk.isDue()).templates).toEqual(['limits-line-mood']);
});

test('"safe right now?" is not put again, its answer still counts, and the concern stands', async () => {
  const talk = new Talk();
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['physical-abuse']), concern: concern(TUESDAY.now) };
  const open = { concern: concern(TUESDAY.now, { safeNow: ASKED }) };
  const heard = await play(talk, [
    ['dad hits me', ['after-urgent-lead', 'limits-line'], given],
    ['can we not', ['no-more-questions-open'], open],
    ['whatever', ['after-more'], open],
    ['2', ['immediate'], open],
  ]);
  expect(wishes(heard, 'safe-now-answered')).toEqual([{ wish: 'safe-now-answered', answer: 'no' }]);
});

test('the second fixed question is not put to somebody who wants none', async () => {
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['suicide']), concern: concern(TUESDAY.now) };
  const open = { concern: concern(TUESDAY.now, { safeNow: ASKED }) };
  await play(new Talk(), [
    ['i cant go on', ['after-urgent-lead', 'helplines-now', 'limits-line'], given],
    ['stop asking', ['no-more-questions-open'], open],
    ['3', ['safe-not-sure'], open],
  ]);
});

test('new danger is new: it is answered in full', async () => {
  const given = { fresh: opened(TUESDAY.now, 'urgent', ['physical-abuse']), concern: concern(TUESDAY.now) };
  await play(new Talk(), [
    ['stop asking', ['no-more-questions', 'limits-line']],
    ['dad hits me', ['after-urgent-lead'], given],
  ]);
});

test('a choice that a practitioner put to them stays theirs to make', async () => {
  const talk = new Talk();
  const dana = { id: 'dana', firstName: 'Dana', available: true };
  await talk.isTold({ concern: 'c1', what: 'will-ring', who: dana, by: dana, at: '2026-11-24T17:00:00.000Z' });
  await play(talk, [
    ['leave it', ['no-more-questions', 'limits-line']],
    ['3', ['telling-text-me']],
  ]);
});

test('STOP is not one of these words', async () => {
  const heard = await play(new Talk(), [['stop', ['stopped']]]);
  expect(wishes(heard, 'stop-texts')).toHaveLength(1);
});
