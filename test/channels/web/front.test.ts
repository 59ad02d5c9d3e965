import { WebHouse } from './house';
import { Visitor } from './visitor';

let house: WebHouse;
beforeEach(async () => {
  house = await new WebHouse().start();
});
afterEach(() => house.stop());

/** What would tell whoever holds the phone that somebody here talks to somebody, or about what. */
const GIVES_AWAY =
  /chat|sgwrs|text|message|neges|link|dolen|help|safe|diogel|999|emergency|young|ifanc|mentor|visit|number|exit|gadael/i;

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ');

describe('whoever types the address alone', () => {
  it.each([
    ['en-GB', 'There is nothing to see on this page.'],
    ['cy', 'Does dim i&#39;w weld ar y dudalen hon.'],
  ])(
    'reads in %s that there is nothing to see, and nothing of anybody, of a chat or of safety',
    async (language, says) => {
      const visitor = new Visitor(house);
      const response = await visitor.get('/', { 'accept-language': language });
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain(says);
      expect(words(html)).not.toMatch(GIVES_AWAY);
      expect(html).not.toMatch(/\/chat|\/exit|\/c\//);
    },
  );

  it('finds where staff sign in, in words every website has', async () => {
    const html = await (await new Visitor(house).get('/')).text();
    expect(html).toMatch(/<a href="\/staff\/sign-in"[^>]*>Sign in<\/a>/);
  });

  it('leaves nothing behind: no cookie, nothing kept, nothing told to the next site', async () => {
    const { headers } = await new Visitor(house).get('/');
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toMatch(/noindex/);
  });

  it('sees the same where a chat is open on this very phone, and the chat stays as it was', async () => {
    const stranger = await (await new Visitor(house).get('/')).text();
    const visitor = await new Visitor(house).open('jade');
    const front = await visitor.get('/');
    expect([front.status, front.headers.get('location')]).toEqual([200, null]);
    expect(await front.text()).toBe(stranger);
    expect((await visitor.get('/chat')).status).toBe(200);
  });
});
