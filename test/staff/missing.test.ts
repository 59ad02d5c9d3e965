import { lineHistory } from './harness/cases';
import { useDesk } from './harness/desk';

const PATH = '/staff/people/kayla';
const SINCE = { sinceDay: '22', sinceMonth: '11', sinceYear: '2026', sinceTime: '8pm' };
const OWED = {
  since: '2026-11-21T10:00:00.000Z',
  until: '2026-11-24T10:00:00.000Z',
  offered: true,
  notedApartBy: [],
};

const desk = useDesk();

describe('a young person is missing', () => {
  test('is marked by their mentor, with since when; the page says who rings the police', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    expect(mentor.page.text).toContain('Tell the police and those your procedure names yourself');
    expect((await mentor.post(`${PATH}/missing`, SINCE)).location).toBe(`${PATH}?done=missing`);
    expect(desk.house.askedFor('markMissing')).toEqual([
      { youngPerson: 'kayla', by: 'sam', since: '2026-11-22T20:00:00.000Z' },
    ]);
  });

  test.each([
    ['is no moment', { sinceTime: 'tea time' }],
    ['is in the future', { sinceDay: '23' }],
  ])('is asked again where the moment %s', async (_what, typed) => {
    const mentor = await desk.readerAt('sam', PATH);
    const page = await mentor.post(`${PATH}/missing`, { ...SINCE, ...typed });
    expect(page.status).toBe(400);
    expect(page.text).toContain('since when nobody knows where they are');
    expect(desk.house.askedFor('markMissing')).toEqual([]);
  });

  test('is not marked by whoever is nothing to them', async () => {
    const other = await desk.readerAt('martin', PATH);
    expect((await other.post(`${PATH}/missing`, SINCE)).status).toBe(404);
    expect(desk.house.askedFor('markMissing')).toEqual([]);
  });
});

describe('the talk they are owed once they are back', () => {
  test('stands on their page with its clock until somebody notes how the offer went', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    expect(mentor.page.text).not.toContain('has to be offered a talk');
    desk.house.histories.set('kayla', lineHistory({ returnTalk: OWED }));
    expect((await mentor.get(PATH)).text).toMatch(/has to be offered a talk.*by 10am on Tuesday 24 November/);
    const unsaid = await mentor.post(`${PATH}/talk`, {});
    expect(unsaid.text).toContain('Say how the offer went');
    expect((await mentor.post(`${PATH}/talk`, { outcome: 'said-no' })).location).toBe(`${PATH}?done=talk`);
    expect(desk.house.askedFor('recordReturnTalk')).toEqual([{ youngPerson: 'kayla', by: 'sam', outcome: 'said-no' }]);
  });

  test('is noted already for somebody whose view has ended and who has noted it, and for nobody else', async () => {
    desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 99, at: '2026-11-22T10:00:00.000Z' }]);
    desk.house.histories.set('kayla', lineHistory({ returnTalk: { ...OWED, notedApartBy: ['sam'] } }));
    expect((await desk.readerAt('sam', PATH)).page.text).not.toContain('has to be offered a talk');
    expect((await desk.readerAt('amira', PATH)).page.text).toContain('has to be offered a talk');
  });

  test('does not appear to somebody whose view ended before they came back', async () => {
    desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 99, at: '2026-11-20T10:00:00.000Z' }]);
    desk.house.histories.set('kayla', lineHistory({ returnTalk: OWED }));
    expect((await desk.readerAt('sam', PATH)).page.text).not.toContain('has to be offered a talk');
  });
});
