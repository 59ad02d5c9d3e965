import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';

const PATH = '/staff/work/concern-kayla/telling';
const WILL_RING = { what: 'will-ring', atDay: '23', atMonth: '11', atYear: '2026', atTime: '9am' };
const ASKED = { concern: 'concern-kayla', by: 'amira', what: 'will-ring', at: '2026-11-23T09:00:00.000Z' };

const desk = useDesk();

describe('having something said to a young person', () => {
  test('the words are shown first; they go only when that is pressed, and only then', async () => {
    const visitor = await desk.readerAt('amira', PATH);
    const page = await visitor.post(PATH, WILL_RING);
    expect(page.text).toContain('This is what Kayla will read Amira will ring you at 9am tomorrow. Is that OK?');
    expect(desk.house.askedFor('wordsOfTelling')).toEqual([ASKED]);
    expect(desk.house.askedFor('tellYoungPerson')).toEqual([]);
    expect((await visitor.post(PATH, { ...WILL_RING, sure: 'yes' })).location).toBe(
      '/staff/work/concern-kayla?done=telling',
    );
    expect(desk.house.askedFor('tellYoungPerson')).toEqual([ASKED]);
  });

  test('a lead may say that it goes further; a mentor only that they ring', async () => {
    const lead = await desk.readerAt('amira', PATH);
    expect(lead.page.text).toContain('That you asked 999 to help');
    const mentor = await desk.readerAt('sam', PATH);
    expect(mentor.page.text).toContain('That you will ring');
    expect(mentor.page.text).not.toContain('That it has gone further');
    const page = await mentor.post(PATH, { what: 'gone-further' });
    expect(page.status).toBe(400);
    expect(desk.house.askedFor('wordsOfTelling')).toEqual([]);
  });

  test.each([
    ['nothing chosen', {}, 'Choose what is to be said'],
    ['no time', { ...WILL_RING, atTime: '' }, 'Give a day and time that is still to come'],
    ['a time gone by', { ...WILL_RING, atDay: '22', atTime: '9am' }, 'Give a day and time that is still to come'],
  ])('is not taken with %s', async (_title, fields, says) => {
    const visitor = await desk.readerAt('amira', PATH);
    const page = await visitor.post(PATH, { ...fields, sure: 'yes' });
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(desk.house.askedFor('tellYoungPerson')).toEqual([]);
  });

  test('what names no moment needs none', async () => {
    const visitor = await desk.readerAt('amira', PATH);
    await visitor.post(PATH, { what: 'gone-further', sure: 'yes' });
    expect(desk.house.askedFor('tellYoungPerson')).toEqual([{ ...ASKED, what: 'gone-further', at: null }]);
  });

  test('a refusal is said, and the words are not shown as if they could go', async () => {
    desk.house.refuseWith = { result: 'refused', why: 'cannot-be-texted' };
    const visitor = await desk.readerAt('amira', PATH);
    const page = await visitor.post(PATH, WILL_RING);
    expect(page.status).toBe(409);
    expect(page.text).toContain('No text can go to them just now');
    expect(page.text).not.toContain('Send it now');
  });

  test('somebody whose view has ended reads the same refusal, and what they pressed is kept for the lead', async () => {
    desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 9, at: '2026-11-22T23:45:00.000Z' }]);
    const visitor = await desk.readerAt('sam', PATH);
    const page = await visitor.post(PATH, { ...WILL_RING, sure: 'yes' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('No text can go to them just now');
    expect(desk.house.askedFor('tellYoungPerson')).toEqual([]);
    expect(desk.house.askedFor('keepApart')).toEqual([{ concern: 'concern-kayla', pressed: 'contacted', by: 'sam' }]);
  });

  test('a number nobody knows is told nothing from here', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ youngPerson: null, nature: 'unknown-sender' }) })];
    expect((await desk.readerAt('amira', PATH)).page.status).toBe(404);
  });
});
