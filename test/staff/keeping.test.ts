import type { DestructionDay, EverKnown } from '../../src/record/views/types';
import type { LegalHold } from '../../src/vocabulary';
import { destroyedCounts } from './harness/destroyedCounts';
import { useDesk } from './harness/desk';

const PATH = '/staff/keeping';
const PEOPLE: readonly EverKnown[] = [
  { youngPerson: 'kayla', name: 'Kayla Reed', inRoster: true, line: 'line-kayla' },
  { youngPerson: 'old', name: 'Oli Byrne', inRoster: false, line: 'line-old' },
  { youngPerson: 'twin-1', name: 'Ash Lee', inRoster: true, line: null },
  { youngPerson: 'twin-2', name: 'Ash Lee', inRoster: false, line: null },
];
const HOLD: LegalHold = {
  id: 'hold-1',
  youngPerson: 'kayla',
  placedBy: 'addy',
  placedAt: '2026-11-01T10:00:00.000Z',
  reason: 'The police asked on 1 November.',
  lifted: null,
};
const DAY: DestructionDay = {
  day: '2026-11-20',
  lines: 3,
  counts: destroyedCounts({ messages: 41, texts: 38, answers: 9, notes: 2, concerns: 1, youngPeople: 1 }),
  approvedBy: ['Rosa Marsh'],
};

const desk = useDesk((house) => {
  house.kept = { people: PEOPLE, holds: [HOLD], destroyed: [DAY] };
});

test('it is for administrators and data protection leads; for others it is not there, nor any way to it', async () => {
  for (const practitioner of ['sam', 'cora', 'amira', 'mo']) {
    const visitor = await desk.readerAt(practitioner, PATH);
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.get('/staff/people')).text).not.toContain('What is kept');
    expect((await visitor.post(`${PATH}/hold`, { whose: 'everybody', reason: 'a claim' })).status).toBe(404);
  }
  expect(desk.house.askedFor('placeHold')).toEqual([]);
  expect((await (await desk.readerAt('addy', PATH)).get('/staff/people')).text).toContain('What is kept');
});

test('it shows every class with its term, reason and source, what is held and why, and what is gone by day', async () => {
  const page = await (await desk.readerAt('addy', PATH)).get(PATH);
  for (const words of [
    '1 year after it was said',
    'Until the accused is 65, and at least 10 years',
    'Cambridgeshire County Council',
    'The police asked on 1 November.',
    'Placed by Addy Stone',
    '41 messages, 38 texts of ours, 9 answers, 2 notes, 1 concern, 1 young person who had left',
    '35 days after it was made',
    'How to reach them: 1 year after leaving. Their name: 6 years',
    'Rosa Marsh',
    'A draft: live destroys nothing',
  ]) {
    expect(page.text).toContain(words);
  }
  expect(page.text).not.toContain('Oli Byrne');
});

test('without approved terms it says that nothing is destroyed', async () => {
  desk.house.retention = null;
  await desk.openAgain();
  expect((await (await desk.readerAt('addy', PATH)).get(PATH)).text).toContain('Nothing is destroyed.');
});

describe('placing a hold', () => {
  test.each([
    ['on one person by their full name, however it is typed', { whose: 'one', name: ' kayla REED' }, 'kayla'],
    ['on somebody who has left', { whose: 'one', name: 'Oli Byrne' }, 'old'],
    ['on everybody', { whose: 'everybody' }, null],
  ])('%s', async (_, fields, youngPerson) => {
    const addy = await desk.readerAt('addy', PATH);
    const page = await addy.post(`${PATH}/hold`, { ...fields, reason: 'a claim' });
    expect(page.location).toBe(`${PATH}?done=held`);
    expect(desk.house.askedFor('placeHold')).toEqual([{ youngPerson, by: 'addy', reason: 'a claim' }]);
  });

  test.each([
    ['nothing chosen', { reason: 'a claim' }, 'Choose whose words must be kept'],
    ['no name', { whose: 'one', reason: 'a claim' }, 'Enter their full name'],
    ['a name nobody has', { whose: 'one', name: 'No Body', reason: 'a claim' }, 'There is nobody of that name here'],
    ['a name two have', { whose: 'one', name: 'Ash Lee', reason: 'a claim' }, 'More than one person has this name'],
    ['no reason', { whose: 'everybody' }, 'Say who asks for it, and why'],
  ])('%s is asked again', async (_, fields: Record<string, string>, says) => {
    const page = await (await desk.readerAt('addy', PATH)).post(`${PATH}/hold`, fields);
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(desk.house.askedFor('placeHold')).toEqual([]);
  });
});

test('lifting a hold asks which and why', async () => {
  const addy = await desk.readerAt('addy', PATH);
  expect((await addy.post(`${PATH}/lift`, { hold: 'hold-1' })).status).toBe(400);
  const page = await addy.post(`${PATH}/lift`, { hold: 'hold-1', why: 'the case has ended' });
  expect(page.location).toBe(`${PATH}?done=lifted`);
  expect(desk.house.askedFor('liftHold')).toEqual([{ hold: 'hold-1', by: 'addy', reason: 'the case has ended' }]);
});

test('the log of one person is found by their name, which goes into no address', async () => {
  desk.house.destroyedOf.set('old', [{ ...DAY, lines: 1, counts: { ...DAY.counts, messages: 7 } }]);
  const page = await (await desk.readerAt('addy', PATH)).post(`${PATH}/log`, { sought: 'Oli Byrne' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Destruction log of Oli Byrne');
  expect(page.text).toContain('7 messages');
  expect(page.text).not.toContain('41 messages');
});

test('that somebody’s words are held is no news to an administrator who is, or could be, meant', async () => {
  desk.house.ends.set('addy', [{ line: 'line-kayla', beforeSeq: 7, at: '2026-11-22T23:39:00.000Z' }]);
  desk.house.kept = { ...desk.house.kept, holds: [{ ...HOLD, placedBy: 'mo' }] };
  expect((await (await desk.readerAt('addy', PATH)).get(PATH)).text).not.toContain('Kayla Reed');
});
