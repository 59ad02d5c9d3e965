import type { Page } from 'playwright-core';
import { describeOnAPhone } from './inChromium';
import { MINUTE } from './house';

const CLEARED = 'This page was cleared';

/** How a page comes to know, or does not, that its fifteen minutes are over before Send is pressed. */
const WAYS = [
  'is told by its stream',
  'asks for itself, where sockets are not let through',
  'does not know yet',
] as const;

describeOnAPhone('a page left alone by somebody with a check word', {}, (visit) => {
  async function giveTheWord(): Promise<void> {
    const { page } = visit();
    await page.getByRole('textbox', { name: 'Your word' }).fill('blue kettle');
    await page.getByRole('button', { name: 'Open' }).click();
  }

  const waitingInTheBox = (): Promise<string> =>
    visit().page.getByRole('textbox', { name: 'Write a message' }).inputValue();

  it.each(WAYS)('asks for the word when Send is pressed, with the words just written kept: it %s', async (way) => {
    const { house, page, open, write, arrives } = visit();
    const polls = way === WAYS[1];
    // A socket that opens and hears nothing, or one that is closed each time.
    if (way !== WAYS[0]) await page.routeWebSocket(/stream/, (socket) => void (polls && socket.close()));
    await open('kai');
    await giveTheWord();
    await write('hiya');
    await arrives('hiya');
    house.pass(16 * MINUTE);
    house.say('kai', 'for nobody’s eyes');
    if (way !== WAYS[2]) await page.getByText(CLEARED).waitFor();
    await write('a long thought');
    await giveTheWord();
    expect(await waitingInTheBox()).toBe('a long thought');
    expect(house.received.map((message) => message.text)).toEqual(['hiya']);
  });

  it('keeps all that has not arrived, and what was being written when the word was asked for', async () => {
    const { house, page, open, write, arrives } = visit();
    await open('kai');
    await giveTheWord();
    await write('hiya');
    await arrives('hiya');
    const letGo = await holdPosts(page);
    await write('one thing');
    await write('and another');
    await page.getByRole('textbox', { name: 'Write a message' }).fill('and I never told');
    house.pass(16 * MINUTE);
    letGo();
    await giveTheWord();
    expect(await waitingInTheBox()).toBe('one thing\nand another\nand I never told');
    expect(house.received.map((message) => message.text)).toEqual(['hiya']);
  });
});

describeOnAPhone('a page that is cleared while words are on their way', {}, (visit) => {
  it('still shows them when they do not arrive, to be sent again', async () => {
    const { house, page, open, write, arrives, logText } = visit();
    await open('jade');
    await write('hiya');
    await arrives('hiya');
    const letGo = await holdPosts(page);
    await write('please read this');
    house.faults.receive = true;
    house.pass(16 * MINUTE);
    house.say('jade', 'for nobody’s eyes');
    await page.getByText(CLEARED).waitFor();
    letGo();
    await page.getByRole('alert').getByText('That did not send').waitFor();
    expect(await logText()).toContain('please read this');
    expect(await logText()).not.toContain('hiya');
    house.faults.receive = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await arrives('please read this');
    expect(house.received.at(-1)?.text).toBe('please read this');
  });
});

/** What the page posts waits until the returned function is called. */
async function holdPosts(page: Page): Promise<() => void> {
  let letGo = (): void => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/v3/directline/conversations/*/activities', async (route) => {
    if (route.request().method() === 'POST') await released;
    await route.continue();
  });
  return letGo;
}
