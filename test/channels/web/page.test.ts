import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { describeOnAPhone } from './inChromium';
import { MINUTE } from './house';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const QUESTION = 'Are you safe right now? Text 1 yes, 2 no, 3 not sure.';

describeOnAPhone('the page with JavaScript', {}, (visit) => {
  it('opens empty at a neutral address, sends what is written and shows the answer as it comes', async () => {
    const { house, page, open, write, sees, logText } = visit();
    house.say('jade', 'from another day');
    house.pass(MINUTE);
    await open('jade');
    expect([new URL(page.url()).pathname, await page.title(), await logText()]).toEqual(['/chat', 'Chat', '']);
    await write('hiya');
    await sees('hiya');
    house.say('jade', 'Hi. How are you?');
    await sees('Hi. How are you?');
    expect(house.received.map((message) => message.text)).toEqual(['hiya']);
    expect(await page.getByRole('log').locator('p').count()).toBe(2);
  });

  it('sends by Enter, and answers a numbered question by button', async () => {
    const { house, page, open, sees } = visit();
    await open('jade');
    await page.getByRole('textbox').fill('hiya');
    await page.keyboard.press('Enter');
    await sees('hiya');
    house.say('jade', QUESTION);
    await page.getByRole('button', { name: 'Not sure' }).click();
    await eventually(() => house.received.at(-1)?.text, '3');
    expect(await page.getByRole('button', { name: 'Not sure' }).count()).toBe(0);
  });

  it('keeps the buttons of a question that more is said behind, and shows a long answer from its beginning', async () => {
    const { house, page, open, write, sees } = visit();
    await open('jade');
    await write('hiya');
    await sees('hiya');
    house.say('jade', QUESTION);
    house.say('jade', 'What we must tell. '.repeat(60));
    await sees('What we must tell.');
    await eventually(() => isInView(page.getByText(QUESTION)), true);
    await page.reload();
    await eventually(() => isInView(page.getByText(QUESTION)), true);
    await page.getByRole('button', { name: 'Not sure' }).click();
    await eventually(() => house.received.at(-1)?.text, '3');
  });

  it('comes back by itself after the server was restarted, with what was missed, once', async () => {
    const { house, page, open, write, sees } = visit();
    await open('jade');
    await write('before');
    await sees('before');
    await house.stop();
    house.say('jade', 'said while the server was away');
    await house.start();
    await sees('said while the server was away');
    await write('after');
    await sees('after');
    expect(await page.getByRole('log').locator('p').count()).toBe(3);
  });

  it('sends what was written without a connection once there is one', async () => {
    const { house, page, open, write, arrives } = visit();
    await open('jade');
    await write('first');
    await arrives('first');
    let tries = 0;
    await page.route('**/v3/directline/conversations/*/activities', (route) => {
      if (route.request().method() === 'POST') tries += 1;
      return tries < 3 ? route.abort('internetdisconnected') : route.continue();
    });
    await write('second');
    await eventually(() => house.received.map((message) => message.text), ['first', 'second']);
  });

  it('keeps words that did not send on the page, says what to do, and sends them when asked again', async () => {
    const { house, page, open, write, logText } = visit();
    await open('jade');
    house.faults.receive = true;
    await write('please read this');
    await page.getByRole('alert').getByText('That did not send').waitFor();
    expect(await logText()).toContain('please read this');
    house.faults.receive = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(() => house.received.map((message) => message.text), ['please read this']);
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  it('sends by itself what the network lost, in order and once, when it is back', async () => {
    const { house, page, phone, open, write, arrives } = visit();
    await open('jade');
    await write('first');
    await arrives('first');
    await phone.setOffline(true);
    await write('lost in a tunnel');
    await page.getByRole('alert').getByText('That did not send').waitFor();
    await write('and this');
    await eventually(() => page.getByRole('button', { name: 'Try again' }).count(), 2);
    await phone.setOffline(false);
    await eventually(() => house.received.map((message) => message.text), ['first', 'lost in a tunnel', 'and this']);
    await eventually(() => page.getByRole('button', { name: 'Try again' }).count(), 0);
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  it('where the session has ended elsewhere shows nothing, and does not say that it can be written on', async () => {
    const { house, page, phone, open, write, arrives, logText } = visit();
    await open('jade');
    await write('our secret');
    await arrives('our secret');
    await phone.request.post(`${house.url}/exit`, { headers: { origin: house.url }, maxRedirects: 0 });
    house.say('jade', 'for nobody’s eyes');
    await page.getByText('This page is closed').waitFor();
    expect([await logText(), await page.getByRole('status').allTextContents()]).toEqual(['', ['', '']]);
  });

  it('goes on by polling where sockets are not let through', async () => {
    const { house, page, open, write, sees } = visit();
    await page.routeWebSocket(/stream/, (socket) => socket.close());
    await open('jade');
    await write('hiya');
    await sees('hiya');
    house.say('jade', 'by polling');
    await sees('by polling');
  });

  it('goes blank after fifteen idle minutes and can be written on again', async () => {
    const { house, page, open, write, sees, arrives, logText } = visit();
    await open('jade');
    await write('our secret');
    await arrives('our secret');
    house.pass(15 * MINUTE);
    house.say('jade', 'for nobody’s eyes');
    await page.getByText('This page was cleared').waitFor();
    expect(await logText()).toBe('');
    await write('back again');
    await arrives('back again');
    house.say('jade', 'welcome back');
    await sees('welcome back');
    expect(await logText()).not.toContain('our secret');
  });

  it('zoomed in to 200 %, a new answer, the box to write in and the way out are all in view', async () => {
    const { house, page, open, write, sees } = visit();
    await page.setViewportSize({ width: 640, height: 400 });
    await open('jade');
    await write('hiya');
    await sees('hiya');
    house.say('jade', 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.');
    house.say('jade', 'The newest words.');
    await sees('The newest words.');
    const inView = async (part: Locator) => {
      const box = await part.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 400;
    };
    const parts = [
      page.getByText('The newest words.'),
      page.getByRole('textbox'),
      page.getByRole('button', { name: 'Exit this page' }),
    ];
    await eventually(() => Promise.all(parts.map(inView)), [true, true, true]);
  });

  it('leaves nothing in storage, title or address', async () => {
    const { page, phone, open, write, sees } = visit();
    await open('jade');
    await write('our secret');
    await sees('our secret');
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, history.length]')).toEqual([0, 0, 2]);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect((await phone.cookies()).map((cookie) => cookie.name)).toEqual(['s']);
    expect([await page.title(), page.url()]).toEqual(['Chat', expect.stringMatching(/\/chat$/)]);
  });

  it('weighs at most 15 KB compressed before the first message', async () => {
    const { page, open } = visit();
    const weights: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.status() === 200) weights.push(response.body().then((body) => gzipSync(body).length));
    });
    await open('jade');
    await page.waitForLoadState('networkidle');
    const total = (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0);
    expect(weights.length).toBeGreaterThanOrEqual(4);
    expect(total).toBeLessThanOrEqual(15 * 1024);
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['without JavaScript', { javaScriptEnabled: false }],
])('every page, %s', (_how, options) => {
  describeOnAPhone('checked by axe', options, (visit) => {
    async function faults(): Promise<readonly string[]> {
      const { page, browser } = visit();
      // Axe needs scripts, so a page without them is read in a twin that has them.
      const html = await page.content();
      const twin = await browser.newPage({
        ...options,
        javaScriptEnabled: true,
        viewport: { width: 360, height: 640 },
      });
      await twin.goto(`${visit().house.url}/chat/chat.css`);
      await twin.setContent(html.replaceAll(/<script[^>]*><\/script>/g, ''));
      await twin.evaluate(AXE);
      const { violations } = (await twin.evaluate(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )) as { violations: { id: string; nodes: { html: string }[] }[] };
      await twin.close();
      return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
    }

    it('has no fault: empty, in conversation, with a problem, asking for the word, closed', async () => {
      const { house, page, open } = visit();
      await open('jade');
      expect(await faults()).toEqual([]);
      house.say('jade', QUESTION);
      await page.reload();
      expect(await faults()).toEqual([]);
      house.faults.tooOften = true;
      await page.getByRole('textbox').fill('too much');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('alert').getByText('a lot at once').waitFor();
      expect(await faults()).toEqual([]);
      await open('kai');
      expect(await faults()).toEqual([]);
      await page.getByRole('button', { name: 'Exit this page' }).click();
      await page.waitForURL('https://www.bbc.co.uk/weather');
      await page.goto(`${house.url}/chat`);
      expect(await faults()).toEqual([]);
    });
  });
});

/** Whether the beginning of these words can be read without scrolling. */
function isInView(words: Locator): Promise<boolean> {
  return words.evaluate((bubble) => {
    const { top } = bubble.getBoundingClientRect();
    const frame = bubble.parentElement?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    return top >= frame.top - 1 && top < frame.bottom;
  });
}
