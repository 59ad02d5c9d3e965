import { lineHistory } from './harness/cases';
import { useDesk } from './harness/desk';

const desk = useDesk();

describe('the phone is theirs again', () => {
  const PATH = '/staff/people/kayla';
  const mark = () =>
    desk.house.histories.set('kayla', lineHistory({ notTheirsAt: '2026-11-20T10:00:00.000Z', stoppedAt: null }));

  test('is asked only while it is marked, and only with how they know it', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    expect((await mentor.get(PATH)).text).not.toContain('has the phone again');
    mark();
    const page = await mentor.get(PATH);
    expect(page.text).toContain('Kayla has the phone again');
    const unsaid = await mentor.post(`${PATH}/phone`, {});
    expect(unsaid.status).toBe(400);
    expect(unsaid.text).toContain('Say how you know that they have the phone');
    expect((await mentor.post(`${PATH}/phone`, { how: 'face-to-face' })).location).toBe(`${PATH}?done=phone`);
    expect(desk.house.askedFor('giveBackPhone')).toEqual([{ youngPerson: 'kayla', by: 'sam', how: 'face-to-face' }]);
  });

  test('is not a volunteer’s to say: they are told whom to ask', async () => {
    mark();
    desk.house.roster = {
      ...desk.house.roster,
      practitioners: desk.house.roster.practitioners.map((one) =>
        one.id === 'sam' ? { ...one, volunteer: true } : one,
      ),
    };
    const mentor = await desk.readerAt('sam', PATH);
    expect((await mentor.get(PATH)).text).toContain('tell the coordinator or the duty lead');
    expect((await mentor.post(`${PATH}/phone`, { how: 'face-to-face' })).status).toBe(404);
    expect(desk.house.askedFor('giveBackPhone')).toEqual([]);
  });
});
