import { useDesk } from './harness/desk';

const PATH = '/staff/people/kayla';
const desk = useDesk((house) => {
  const youngPeople = house.roster.youngPeople.map((one) =>
    one.id === 'kayla' ? { ...one, missingSince: '2026-11-19T20:00:00.000Z' } : one,
  );
  house.roster = { ...house.roster, youngPeople };
});

describe('a young person marked missing is back', () => {
  test('is marked by the duty lead, who reads what follows from it', async () => {
    const lead = await desk.readerAt('amira', PATH);
    expect((await lead.get(PATH)).text).toContain('offers a talk with a person they pick');
    expect((await lead.post(`${PATH}/back`, {})).location).toBe(`${PATH}?done=back`);
    expect(desk.house.askedFor('confirmReturn')).toEqual([{ youngPerson: 'kayla', by: 'amira' }]);
  });

  test('is not for a mentor to mark: they are told whom to tell', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    expect((await mentor.get(PATH)).text).toContain('tell the coordinator or the duty lead: they mark it here');
    expect((await mentor.post(`${PATH}/back`, {})).status).toBe(404);
    expect(desk.house.askedFor('confirmReturn')).toEqual([]);
  });
});
