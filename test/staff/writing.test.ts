import { lineHistory } from './harness/cases';
import { FakeHouse } from './harness/door';
import { Site } from './harness/site';

const PATH = '/staff/people/kayla/write';

let house: FakeHouse;
let site: Site;

beforeEach(async () => {
  house = new FakeHouse();
  site = await Site.open(house);
});
afterEach(() => site.close());

async function readerAt(practitioner: string) {
  const visitor = await site.signedInAs(practitioner);
  return { visitor, page: await visitor.get(PATH) };
}

describe('writing to a young person', () => {
  test('their own practitioner writes, is asked for no reason, and sees what was said last', async () => {
    const { visitor, page } = await readerAt('sam');
    expect(page.text).toContain('got picked for the team');
    expect(page.text).not.toContain('Why it is you');
    const sent = await visitor.post(PATH, { words: ' Well done on the team. ', reason: 'danger-now' });
    expect(sent.location).toBe('/staff/people/kayla/write?done=written');
    expect(house.askedFor('writeInThread')).toEqual([
      { youngPerson: 'kayla', by: 'sam', words: 'Well done on the team.', reason: null, keptAgainst: 0 },
    ]);
  });

  test('anybody else says why it is they who write', async () => {
    const { visitor, page } = await readerAt('amira');
    expect(page.text).toContain('Why it is you');
    const without = await visitor.post(PATH, { words: 'Are you in your room?' });
    expect(without.status).toBe(400);
    expect(without.text).toContain('Say why it is you who writes');
    await visitor.post(PATH, { words: 'Are you in your room?', reason: 'danger-now' });
    expect(house.askedFor('writeInThread')).toMatchObject([{ by: 'amira', reason: 'danger-now' }]);
  });

  test('language that blames is not sent before a better one was shown; sent all the same, that is recorded', async () => {
    const { visitor } = await readerAt('sam');
    const words = 'You were putting yourself at risk. He was putting himself at risk too.';
    const page = await visitor.post(PATH, { words });
    expect(page.text).toContain('another way to say it');
    expect(page.html).toContain(words);
    expect(house.askedFor('writeInThread')).toEqual([]);
    await visitor.post(PATH, { words, asItIs: 'yes' });
    expect(house.askedFor('writeInThread')).toMatchObject([{ keptAgainst: 1 }]);
  });

  test.each([
    ['nothing', '', 'Write what you want to say'],
    ['more than a text holds', 'a'.repeat(321), 'Keep it under 320 characters'],
  ])('does not send %s', async (_title, words, says) => {
    const { visitor } = await readerAt('sam');
    const page = await visitor.post(PATH, { words });
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(house.askedFor('writeInThread')).toEqual([]);
  });

  test.each(['about-you', 'cannot-be-texted'] as const)('refused (%s) it reads the same', async (why) => {
    house.refuseWith = { result: 'refused', why };
    const { visitor } = await readerAt('sam');
    const page = await visitor.post(PATH, { words: 'Hello' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('No text can go to them just now. Ask the duty lead.');
  });

  test('who is there can say that they have finished; who is not is not asked to', async () => {
    house.histories.set('kayla', lineHistory({ humanInThread: 'sam' }));
    const { visitor, page } = await readerAt('sam');
    expect(page.text).toContain('I have finished for now');
    expect((await visitor.post(`${PATH}/finished`, {})).location).toBe('/staff/people/kayla?done=finished');
    expect(house.askedFor('leaveThread')).toEqual([{ youngPerson: 'kayla', by: 'sam' }]);
    expect((await readerAt('amira')).page.text).not.toContain('I have finished for now');
  });

  test('reading with a reason is reading only', async () => {
    const visitor = await site.signedInAs('martin');
    await visitor.get('/staff/read-with-a-reason');
    await visitor.post('/staff/read-with-a-reason', { name: 'kayla reed', reason: 'Police are asking me about her' });
    expect((await visitor.get('/staff/people/kayla')).text).not.toContain('Write to Kayla');
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.post(PATH, { words: 'Hello' })).status).toBe(404);
    expect(house.askedFor('writeInThread')).toEqual([]);
  });
});

test('before a planned ending the page holds what went well, in their own words, to look back on together', async () => {
  house.roster = {
    ...house.roster,
    youngPeople: house.roster.youngPeople.map((one) => (one.id === 'kayla' ? { ...one, endsOn: '2026-12-01' } : one)),
  };
  const page = await (await site.signedInAs('sam')).get('/staff/people/kayla');
  expect(page.text).toContain('what went well got picked for the team');
  expect(page.text).toContain('Last check-in 1 December 2026');
});
