import { HOUR_MS, later } from '../../src/vocabulary';
import { play, wishes } from './rows';
import { Talk, TUESDAY, concern, opened } from './talk';

const FIRST = { ...TUESDAY, limits: { lastFullAt: null, dueInFull: true } };
const DISCREET = { ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson!, style: 'discreet' as const } };

test('a conversation opens with the statement in full when it is due, before any question', async () => {
  const [heard] = await play(new Talk(FIRST), [['hi', ['limits-full', 'open-invite']]]);
  expect(wishes(heard!, 'limits-shown')).toEqual([
    { wish: 'limits-shown', form: 'full', template: 'limits-full', version: 3 },
  ]);
  expect(heard?.texts[0]).toContain('Sam');
  expect(heard?.texts[0]).toContain('Dana');
});

test('otherwise one line of it stands in the same text as the first question', async () => {
  const heard = await new Talk().isDue();
  expect(heard.templates).toEqual(['limits-line-mood']);
  expect(wishes(heard, 'limits-shown')).toMatchObject([{ form: 'line' }]);
});

test('it is made once a conversation, and again after six idle hours', async () => {
  const talk = new Talk();
  await play(talk, [
    ['hi', ['limits-line-open']],
    ['bad day', ['open-heard']],
  ]);
  talk.passes(6 * 3600);
  await play(talk, [['hi again', ['limits-line-open']]]);
});

test('five hours and fifty-nine minutes are still the same conversation', async () => {
  const talk = new Talk();
  await play(talk, [['hi', ['limits-line-open']]]);
  talk.passes(6 * 3600 - 60);
  await play(talk, [['bad day', ['open-heard']]]);
});

test('a first message that is a disclosure is answered first, and the limits come in the same reply', async () => {
  const given = { fresh: opened(FIRST.now, 'urgent', ['physical-abuse']), concern: concern(FIRST.now) };
  await play(new Talk(FIRST), [['dad hit me', ['after-urgent-lead', 'limits-full'], given]]);
});

test('a first message that is a worry is answered first too', async () => {
  const given = { fresh: opened(TUESDAY.now, 'worry', ['bullying']) };
  await play(new Talk(), [['they keep picking on me', ['open-worry', 'limits-line'], given]]);
});

test('a word asked for is answered, and the limits are still made', async () => {
  await play(new Talk(), [
    ['HELP', ['help', 'limits-line']],
    ['PRIVATE', ['private']],
  ]);
});

test('whoever leads tonight is named for the night, whoever leads this hour for now', async () => {
  const evening = { ...FIRST, nightLead: { id: 'femi', firstName: 'Femi' } };
  const [heard] = await play(new Talk(evening), [['hi', ['limits-full', 'open-invite']]]);
  expect(heard?.texts[0]).toMatch(/tell Sam and Dana, on call\. At night Femi reads it first/);
});

test('with nobody on call it says so', async () => {
  const nobody = { ...FIRST, lead: null, second: null, monitored: false };
  await play(new Talk(nobody), [['hi', ['limits-full-nobody', 'open-invite']]]);
});

test('a phone that may be read shows nothing of it, and RULES does', async () => {
  const [first, rules] = await play(new Talk(DISCREET), [
    ['hi', ['limits-line-open']],
    ['RULES', ['rules']],
  ]);
  expect(first?.texts[0]).not.toMatch(/safe|999|pass it on/);
  expect(rules?.texts[0]).toContain('we pass it on');
  expect(wishes(rules!, 'limits-shown')).toMatchObject([{ form: 'full', template: 'rules' }]);
});

test('the name of somebody withheld is not used', async () => {
  const without = { ...FIRST, notThem: ['sam'], now: later(FIRST.now, HOUR_MS) };
  const heard = await play(new Talk(without), [['hi', ['limits-full', 'open-invite']]]);
  expect(heard[0]?.texts.join()).not.toContain('Sam');
  expect(heard[0]?.texts[0]).toContain('Ruth');
});

test('nobody is asked how they are before they have joined', async () => {
  const before = { ...FIRST, youngPerson: { ...FIRST.youngPerson!, joined: false } };
  const talk = new Talk(before);
  expect((await talk.isDue()).say).toEqual([]);
  await play(talk, [
    ['hi', ['limits-full', 'not-joined']],
    ['check in', ['check-in-not-yet']],
  ]);
});

test('with nobody else to be named as the reader, the lead is named once', async () => {
  const alone = { ...FIRST, mentor: null, coordinator: null };
  const [heard] = await play(new Talk(alone), [['hi', ['limits-full-lead', 'open-invite']]]);
  expect(heard?.texts[0]?.match(/Dana/g)).toHaveLength(1);
  const [asked] = await play(new Talk(alone), [['RULES', ['rules-lead']]]);
  expect(asked?.texts[0]?.match(/Dana/g)).toHaveLength(1);
});
