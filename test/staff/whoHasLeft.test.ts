import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';

const CASE = '/staff/work/concern-kayla';
const seenBy = (by: string) => [{ act: 'seen', by, as: 'mentor', at: '2026-11-22T23:50:00.000Z' }] as const;

const desk = useDesk();

describe('somebody who has left', () => {
  test('is shown by name, as one who has left, for as long as their name is kept', async () => {
    desk.house.leavers = { practitioners: new Map([['dele', 'Dele Marsh']]), youngPeople: new Map() };
    desk.house.cases = [wholeCase({ summary: summary({ acts: seenBy('dele') }) })];
    const page = await desk.readerAt('amira', CASE);
    expect(page.page.text).toContain('Seen by Dele (has left)');
    expect(page.page.text).not.toMatch(/somebody who has left/i);
  });

  test('is somebody, once their name has gone', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ acts: seenBy('dele') }) })];
    expect((await desk.readerAt('amira', CASE)).page.text).toContain('Seen by Somebody who has left');
  });

  test('and is a young person, is not turned into a number nobody knows', async () => {
    desk.house.leavers = { practitioners: new Map(), youngPeople: new Map([['robin', 'Robin Vale']]) };
    desk.house.cases = [wholeCase({ summary: summary({ youngPerson: 'robin' }) })];
    for (const path of [CASE, '/staff/work']) {
      const { page } = await desk.readerAt('amira', path);
      expect(page.text).toContain('Robin Vale (has left)');
      expect(page.text).not.toContain('A number nobody knows');
    }
  });
});

test('two of one first name are told apart by the whole name', async () => {
  const [sam] = desk.house.roster.practitioners.filter(({ id }) => id === 'sam');
  const other = { ...sam!, id: 'sam-2', name: 'Sam Brill' };
  desk.house.roster = { ...desk.house.roster, practitioners: [...desk.house.roster.practitioners, other] };
  desk.house.cases = [wholeCase({ summary: summary({ acts: seenBy('sam') }) })];
  const { page } = await desk.readerAt('amira', CASE);
  expect(page.text).toContain(`Seen by ${sam!.name}`);
});

test('nobody failed by not answering a call at night', async () => {
  const [notice] = wholeCase().notices;
  const rang = { ...notice!, by: 'voice', state: 'undelivered' } as const;
  desk.house.cases = [wholeCase({ notices: [rang] })];
  const { page } = await desk.readerAt('amira', CASE);
  expect(page.text).toContain('Nobody answered');
  expect(page.text).not.toMatch(/failed/i);
});
