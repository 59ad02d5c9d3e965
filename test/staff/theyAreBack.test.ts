import { FakeHouse } from './harness/door';
import { Site, type Visitor } from './harness/site';

const PATH = '/staff/people/kayla';
let house: FakeHouse;
let site: Site;

beforeEach(async () => {
  house = new FakeHouse();
  const youngPeople = house.roster.youngPeople.map((one) =>
    one.id === 'kayla' ? { ...one, missingSince: '2026-11-19T20:00:00.000Z' } : one,
  );
  house.roster = { ...house.roster, youngPeople };
  site = await Site.open(house);
});
afterEach(() => site.close());

async function readerOf(practitioner: string): Promise<Visitor> {
  const visitor = await site.signedInAs(practitioner);
  await visitor.get(PATH);
  return visitor;
}

describe('a young person marked missing is back', () => {
  test('is marked by the duty lead, who reads what follows from it', async () => {
    const lead = await readerOf('amira');
    expect((await lead.get(PATH)).text).toContain('offers a talk with a person they pick');
    expect((await lead.post(`${PATH}/back`, {})).location).toBe(`${PATH}?done=back`);
    expect(house.askedFor('confirmReturn')).toEqual([{ youngPerson: 'kayla', by: 'amira' }]);
  });

  test('is not for a mentor to mark: they are told whom to tell', async () => {
    const mentor = await readerOf('sam');
    expect((await mentor.get(PATH)).text).toContain('tell the coordinator or the duty lead: they mark it here');
    expect((await mentor.post(`${PATH}/back`, {})).status).toBe(404);
    expect(house.askedFor('confirmReturn')).toEqual([]);
  });
});
