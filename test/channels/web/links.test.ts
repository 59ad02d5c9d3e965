import { WebHouse, MINUTE } from './house';
import { Visitor } from './visitor';

let house: WebHouse;
beforeEach(async () => {
  house = await new WebHouse().start();
});
afterEach(() => house.stop());

const open = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url, { method, headers, redirect: 'manual' });

describe('a personal link', () => {
  it('becomes a session in an HttpOnly cookie and sends the browser on to a neutral address', async () => {
    const response = await open(await house.link('jade'));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/chat');
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toContain('jade');
  });

  it('opens once: on another device the same link lets nobody in and says what to do', async () => {
    const link = await house.link('jade');
    await open(link);
    const response = await open(link);
    expect(response.status).toBe(410);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain('text 07700 900123');
  });

  it('tapped again on the device it opened leads back to the chat', async () => {
    const link = await house.link('jade');
    const cookie = (await open(link)).headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await open(link, { cookie })).headers.get('location')).toBe('/chat');
  });

  it('is over after seven days', async () => {
    const link = await house.link('jade');
    house.pass(7 * 24 * 60 * MINUTE);
    expect((await open(link)).status).toBe(410);
  });

  it.each([
    ['a messenger drawing a preview', { 'user-agent': 'WhatsApp/2.23.20 A' }, 'GET'],
    ['a browser fetching ahead', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
    ['a mail scanner asking only for headers', {}, 'HEAD'],
  ])('is not used up by %s', async (_who, headers, method) => {
    const link = await house.link('jade');
    expect((await open(link, headers, method)).status).toBe(204);
    expect((await open(link)).headers.get('location')).toBe('/chat');
  });

  it('opened while the record is away says to try again, shows nothing of what broke, and is not used up', async () => {
    const link = await house.link('jade');
    house.faults.record = true;
    const response = await open(link);
    expect(response.status).toBe(503);
    const shown = await response.text();
    expect(shown).toContain('Try again in a minute, or text 07700 900123');
    expect(shown).not.toContain('the record is away');
    house.faults.record = false;
    expect((await open(link)).headers.get('location')).toBe('/chat');
  });

  it('opened anew ends the session on the old device', async () => {
    const old = await new Visitor(house).open('jade');
    const fresh = await new Visitor(house).open('jade');
    expect((await old.get('/chat')).status).toBe(401);
    expect((await fresh.get('/chat')).status).toBe(200);
  });
});

describe('every page', () => {
  it.each(['/chat', '/exit', '/c/unknown', '/chat/chat.js', '/v3/directline/conversations/x'])(
    '%s is not kept, not told on, and runs only what we sent',
    async (path) => {
      const { headers } = await (await new Visitor(house).open('jade')).get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`script-src 'self';`);
      expect(policy).not.toContain('unsafe-inline');
    },
  );

  it('is in the language of the young person', async () => {
    const page = await (await (await new Visitor(house).open('owen')).get('/chat')).text();
    expect(page).toContain('<html lang="cy"');
    expect(page).toContain('Ysgrifenna neges');
  });

  it('is in the language of the browser while nobody knows whose page it is', async () => {
    const page = await (await fetch(`${house.url}/chat`, { headers: { 'accept-language': 'cy,en;q=0.5' } })).text();
    expect(page).toContain('<html lang="cy"');
  });
});

describe('exit', () => {
  it('ends the session, clears the site’s data and leads to the neutral site', async () => {
    const jade = await new Visitor(house).open('jade');
    const response = await jade.post('/exit');
    expect(response.headers.get('location')).toBe('https://www.bbc.co.uk/weather');
    expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(response.headers.getSetCookie()[0]).toMatch(/Expires=Thu, 01 Jan 1970/);
    expect((await jade.get('/chat')).status).toBe(401);
  });

  it('cannot be pressed by another site', async () => {
    const jade = await new Visitor(house).open('jade');
    expect((await jade.get('/exit', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await jade.get('/chat')).status).toBe(200);
  });
});
