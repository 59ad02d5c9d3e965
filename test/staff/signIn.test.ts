import { HOUR_MS, later, MINUTE_MS } from '../../src/vocabulary';
import { FakeHouse } from './harness/door';
import { NOW, ROSTER } from './harness/roster';
import { Site, type Visitor } from './harness/site';

const SECRET = 'PBO54SMDPRGR7XPFWJVI5VNQQQEC3MLP';
async function codeAt(now: string, secret = SECRET): Promise<string> {
  const { generateSync } = await import('otplib');
  return generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) });
}

let house: FakeHouse;
let site: Site;

async function open(mode: 'practice' | 'live' = 'practice'): Promise<Site> {
  house = new FakeHouse();
  site = await Site.open(house, mode);
  return site;
}

/** Follows a fresh link as far as the second factor. */
async function comeByLink(practitioner = 'sam'): Promise<Visitor> {
  const visitor = site.visitor();
  house.sessions.makeLink('tok', practitioner, later(house.now, 15 * MINUTE_MS));
  await visitor.get('/staff/sign-in/tok');
  await visitor.post('/staff/sign-in/tok', {});
  await visitor.get('/staff/second-factor');
  return visitor;
}

afterEach(() => site.close());

describe('a one-time link', () => {
  beforeEach(() => open());

  test('is not used up by opening it, works once by pressing, and then leads to the second factor', async () => {
    const visitor = site.visitor();
    house.sessions.makeLink('tok', 'sam', later(NOW, 15 * MINUTE_MS));
    expect((await visitor.get('/staff/sign-in/tok')).status).toBe(200);
    const other = site.visitor();
    expect((await other.get('/staff/sign-in/tok')).status).toBe(200);
    expect((await visitor.post('/staff/sign-in/tok', {})).location).toBe('/staff/second-factor');
    expect((await other.post('/staff/sign-in/tok', {})).status).toBe(404);
  });

  test('expires', async () => {
    house.sessions.makeLink('tok', 'sam', later(NOW, 15 * MINUTE_MS));
    house.now = later(NOW, 15 * MINUTE_MS);
    expect((await site.visitor().get('/staff/sign-in/tok')).status).toBe(404);
  });

  test('alone opens no page behind the gate', async () => {
    const visitor = await comeByLink();
    expect((await visitor.get('/staff/work')).location).toBe('/staff/second-factor');
  });

  test('asked for with an address that is none keeps what was typed', async () => {
    const visitor = site.visitor();
    await visitor.get('/staff/sign-in');
    const again = await visitor.post('/staff/sign-in', { email: 'sam at example.org' });
    expect(again.status).toBe(400);
    expect(again.html).toContain('value="sam at example.org"');
  });

  test('is asked for by e-mail, and the answer is the same for an address nobody has', async () => {
    const visitor = site.visitor();
    await visitor.get('/staff/sign-in');
    const known = await visitor.post('/staff/sign-in', { email: 'sam@example.org' });
    const unknown = await visitor.post('/staff/sign-in', { email: 'nobody@example.org' });
    expect(known.text).toBe(unknown.text);
    expect(house.askedFor('askForLink')).toEqual([{ email: 'sam@example.org' }, { email: 'nobody@example.org' }]);
    expect((await visitor.post('/staff/sign-in', { email: 'sam' })).status).toBe(400);
  });
});

describe('the second factor', () => {
  beforeEach(() => open());

  test('is set up the first time by a picture and letters, and proven before it counts', async () => {
    const visitor = await comeByLink();
    const page = await visitor.get('/staff/second-factor');
    const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.html)![1]!;
    expect(page.html).toContain('<svg');
    expect(page.text).toContain(secret);
    expect((await visitor.post('/staff/second-factor', { secret, code: '000000' })).status).toBe(400);
    expect(house.sessions.secrets.size).toBe(0);
    const code = await codeAt(NOW, secret);
    expect((await visitor.post('/staff/second-factor', { secret, code })).location).toBe('/staff/work');
    expect(house.sessions.secrets.get('sam')).toBe(secret);
    expect(house.askedFor('recordEntry')).toEqual([
      { practitioner: 'sam', did: 'second-factor-enrolled' },
      { practitioner: 'sam', did: 'staff-signed-in' },
    ]);
  });

  test('lets in with the right code, in a fresh session', async () => {
    house.sessions.secrets.set('sam', SECRET);
    const visitor = await comeByLink();
    const half = visitor.cookies.get('desk');
    expect((await visitor.post('/staff/second-factor', { code: await codeAt(NOW) })).location).toBe('/staff/work');
    expect(visitor.cookies.get('desk')).not.toBe(half);
    expect((await visitor.get('/staff/work')).status).toBe(200);
  });

  test('takes a code once', async () => {
    house.sessions.secrets.set('sam', SECRET);
    await (await comeByLink()).post('/staff/second-factor', { code: await codeAt(NOW) });
    const again = await comeByLink();
    expect((await again.post('/staff/second-factor', { code: await codeAt(NOW) })).status).toBe(400);
  });

  test('an enrolled secret cannot be replaced by a form that brings its own', async () => {
    house.sessions.secrets.set('sam', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    const visitor = await comeByLink();
    const page = await visitor.post('/staff/second-factor', { secret: SECRET, code: await codeAt(NOW) });
    expect(page.status).toBe(400);
    expect(house.sessions.secrets.get('sam')).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  });

  test('after five wrong codes even the right one waits a quarter of an hour', async () => {
    house.sessions.secrets.set('sam', SECRET);
    const visitor = await comeByLink();
    for (let n = 0; n < 5; n += 1) await visitor.post('/staff/second-factor', { code: '000000' });
    expect((await visitor.post('/staff/second-factor', { code: await codeAt(NOW) })).status).toBe(400);
    house.now = later(NOW, 16 * MINUTE_MS);
    expect((await visitor.post('/staff/second-factor', { code: await codeAt(house.now) })).status).toBe(303);
  });
});

describe('wrong codes sent at once', () => {
  beforeEach(() => open());

  test('are no more than five, and the right one among them waits like any other', async () => {
    house.sessions.secrets.set('sam', SECRET);
    const visitor = await comeByLink();
    const wrong = Array.from({ length: 30 }, () => visitor.post('/staff/second-factor', { code: '000000' }));
    const answers = await Promise.all([...wrong, visitor.post('/staff/second-factor', { code: await codeAt(NOW) })]);
    expect(answers.filter(({ text }) => text.includes('That is not the code'))).toHaveLength(5);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  });

  test('do not lengthen the quarter of an hour', async () => {
    house.sessions.secrets.set('sam', SECRET);
    const visitor = await comeByLink();
    for (let n = 0; n < 5; n += 1) await visitor.post('/staff/second-factor', { code: '000000' });
    house.now = later(NOW, 10 * MINUTE_MS);
    await visitor.post('/staff/second-factor', { code: '000000' });
    house.now = later(NOW, 16 * MINUTE_MS);
    expect((await visitor.post('/staff/second-factor', { code: await codeAt(house.now) })).status).toBe(303);
  });
});

describe('a session', () => {
  beforeEach(() => open());

  test('idles out after half an hour and ends after twelve hours', async () => {
    const visitor = await site.signedInAs('sam');
    house.now = later(NOW, 29 * MINUTE_MS);
    expect((await visitor.get('/staff/work')).status).toBe(200);
    house.now = later(house.now, 31 * MINUTE_MS);
    expect((await visitor.get('/staff/work')).location).toBe('/staff/sign-in');
    const busy = await site.signedInAs('sam');
    const started = house.now;
    while (house.now < later(started, 12 * HOUR_MS)) {
      expect((await busy.get('/staff/work')).status).toBe(200);
      house.now = later(house.now, 25 * MINUTE_MS);
    }
    expect((await busy.get('/staff/work')).location).toBe('/staff/sign-in');
  });

  test('of somebody who leaves is over with their next request, on every machine', async () => {
    const desk = await site.signedInAs('sam');
    const phone = await site.signedInAs('sam');
    const practitioners = ROSTER.practitioners.map((one) => (one.id === 'sam' ? { ...one, leftAt: NOW } : one));
    house.roster = { ...ROSTER, practitioners };
    expect((await desk.get('/staff/work')).location).toBe('/staff/sign-in');
    house.roster = ROSTER;
    expect((await phone.get('/staff/work')).location).toBe('/staff/sign-in');
  });

  test('ends by signing out', async () => {
    const visitor = await site.signedInAs('sam');
    const stolen = await site.signedInAs('sam');
    stolen.cookies.set('desk', visitor.cookies.get('desk')!);
    await visitor.get('/staff/work');
    expect((await visitor.post('/staff/sign-out', {})).status).toBe(303);
    expect((await stolen.get('/staff/work')).location).toBe('/staff/sign-in');
  });

  test('takes somebody who followed a notice to what it was about', async () => {
    house.sessions.secrets.set('amira', SECRET);
    house.sessions.makeLink('tok', 'amira', later(NOW, 15 * MINUTE_MS));
    const visitor = site.visitor();
    expect((await visitor.get('/staff/r/K7R')).location).toBe('/staff/sign-in');
    await visitor.get('/staff/sign-in/tok');
    await visitor.post('/staff/sign-in/tok', {});
    await visitor.get('/staff/second-factor');
    const inside = await visitor.post('/staff/second-factor', { code: await codeAt(NOW) });
    expect(inside.location).toBe('/staff/r/K7R');
    expect((await visitor.get('/staff/r/K7R')).location).toBe('/staff/work/concern-kayla');
  });
});

describe('a practice link', () => {
  test('lets in on this machine with no second factor', async () => {
    await open();
    house.sessions.practiceLinks.set('sam-link', 'sam');
    const visitor = site.visitor();
    expect((await visitor.get('/staff/practice/sam-link')).location).toBe('/staff/work');
    expect((await visitor.get('/staff/work')).text).toContain('Sam Whitfield');
  });

  test.each([
    ['through a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['through a proxy of the newer kind', { forwarded: 'for=203.0.113.9' }],
  ])('does not exist when asked for %s', async (_how, headers) => {
    await open();
    house.sessions.practiceLinks.set('sam-link', 'sam');
    expect((await site.visitor().get('/staff/practice/sam-link', headers)).status).toBe(404);
  });

  test('does not exist in live mode', async () => {
    await open('live');
    house.sessions.practiceLinks.set('sam-link', 'sam');
    const page = await site.visitor().get('/staff/practice/sam-link');
    expect(page.location).toBe('/staff/sign-in');
    expect(page.headers.getSetCookie().join()).not.toContain('__Host-desk=');
  });

  test('in live mode cookies are bound to the host and to https', async () => {
    await open('live');
    house.sessions.makeLink('tok', 'sam', later(NOW, 15 * MINUTE_MS));
    const visitor = site.visitor();
    await visitor.get('/staff/sign-in/tok');
    const page = await visitor.post('/staff/sign-in/tok', {});
    expect(page.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-desk='))).toMatch(
      /HttpOnly; Secure; SameSite=Lax/,
    );
  });
});
