import { lineHistory } from './harness/cases';
import { useDesk } from './harness/desk';

const PERSON = '/staff/people/kayla';
const ADDRESS = 'https://bv.example/c/OF_xTtdyLVIq1ToyUQs26A';
const desk = useDesk();

describe('a link to the web chat', () => {
  test('is shown once to whoever hands it over, in the answer and in no address', async () => {
    const mentor = await desk.readerAt('sam', PERSON);
    expect(mentor.page.text).toContain('Make Kayla a link to the web chat');
    const page = await mentor.post(`${PERSON}/web-link`, {});
    expect(page.status).toBe(200);
    expect(page.text).toContain(ADDRESS);
    expect(page.text).toContain('until 11:55pm on Sunday 29 November 2026');
    expect(page.html).toMatch(/<div class="desk-qr" role="img"[^>]*><svg/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(desk.house.askedFor('giveWebLink')).toEqual([{ youngPerson: 'kayla', by: 'sam' }]);
    expect((await mentor.get(PERSON)).html).not.toContain(ADDRESS);
  });

  test('is not made by opening an address', async () => {
    const mentor = await desk.readerAt('sam', PERSON);
    expect((await mentor.get(`${PERSON}/web-link`)).status).toBe(404);
    expect(desk.house.askedFor('giveWebLink')).toEqual([]);
  });

  test.each([
    ['a mentor whose young person it is not', 'martin'],
    ['an administrator', 'addy'],
  ])('is not for %s', async (_, reader) => {
    const visitor = await desk.readerAt(reader, '/staff/people');
    expect((await visitor.post(`${PERSON}/web-link`, {})).status).toBe(404);
    expect(desk.house.askedFor('giveWebLink')).toEqual([]);
  });

  test('is not for somebody who reads with a reason: reading is all they do', async () => {
    const until = '2026-11-23T23:55:00.000Z';
    desk.house.glass.push({ practitioner: 'martin', youngPerson: 'kayla', reason: 'x', at: desk.house.now, until });
    const visitor = await desk.readerAt('martin', PERSON);
    expect(visitor.page.text).not.toContain('a link to the web chat');
    expect((await visitor.post(`${PERSON}/web-link`, {})).status).toBe(404);
    expect(desk.house.askedFor('giveWebLink')).toEqual([]);
  });
});

describe('a link that opens nothing, asked for by somebody who is kept out', () => {
  const asked = [{ by: 'sam', pressed: 'web-link-given', at: '2026-11-22T23:00:00.000Z' }] as const;
  const SAYS = 'Pressed by somebody who is kept from Kayla';
  beforeEach(() => desk.house.histories.set('kayla', lineHistory({ pressedApart: asked })));

  test('stands on the page for the lead, with what is left to do, and is marked in their list', async () => {
    const lead = await desk.readerAt('amira', PERSON);
    expect(lead.page.text).toContain(SAYS);
    expect(lead.page.text).toMatch(/Sam Whitfield[^]*11pm[^]*opens nothing: make one below and hand it over yourself/);
    expect((await lead.get('/staff/people')).text).toContain('Something was pressed here that did nothing.');
  });

  test.each([
    ['whoever pressed it', 'sam'],
    ['the coordinator', 'cora'],
  ])('is not shown to %s', async (_, reader) => {
    const visitor = await desk.readerAt(reader, PERSON);
    expect(visitor.page.status).toBe(200);
    expect(visitor.page.text).not.toContain(SAYS);
    expect((await visitor.get('/staff/people')).text).not.toContain('Something was pressed');
  });

  test('is not shown to a lead of what they pressed themselves', async () => {
    desk.house.histories.set('kayla', lineHistory({ pressedApart: [{ ...asked[0], by: 'amira' }] }));
    expect((await desk.readerAt('amira', PERSON)).page.text).not.toContain(SAYS);
  });
});
