import { eventually } from './eventually';
import { describeOnAPhone } from './inChromium';

const WEATHER = 'https://www.bbc.co.uk/weather';

describeOnAPhone('exit this page', {}, (visit) => {
  beforeEach(async () => {
    const { house, open, sees } = visit();
    await open('jade');
    house.say('jade', 'our secret');
    await sees('our secret');
  });

  async function expectGone(): Promise<void> {
    const { page, house, phone } = visit();
    await page.waitForURL(WEATHER);
    await page.goBack().catch(() => null);
    expect(await page.locator('body').innerText()).not.toContain('our secret');
    await eventually(async () => (await phone.request.get(`${house.url}/chat`)).status(), 401);
  }

  it('by the button leaves at once, ends the session, and Back shows nothing', async () => {
    await visit().page.getByRole('button', { name: 'Exit this page' }).click();
    await expectGone();
  });

  it('takes every other page of the chat in this browser with it', async () => {
    const { house, phone, page } = visit();
    const other = await phone.newPage();
    await other.goto(`${house.url}/chat`);
    await other.getByText('our secret').waitFor();
    await page.getByRole('button', { name: 'Exit this page' }).click();
    await other.waitForURL(WEATHER);
    await expectGone();
  });

  it('by the hidden link, which is the first thing Tab reaches', async () => {
    const { page } = visit();
    await page.reload();
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    expect(await first.innerText()).toBe('Exit this page');
    expect(await first.evaluate('document.activeElement.tagName')).toBe('A');
    await page.keyboard.press('Enter');
    await expectGone();
  });

  it('by Shift pressed three times, saying how many more', async () => {
    const { page } = visit();
    // The page's time stands still, since on a slow machine its five seconds may pass between two presses.
    await page.clock.install();
    await page.reload();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.keyboard.press('Shift');
    await page.getByText('Press Shift 2 more times to exit.').waitFor();
    await page.keyboard.press('Shift');
    await page.getByText('Press Shift 1 more time to exit.').waitFor();
    await page.keyboard.press('Shift');
    await expectGone();
  });

  it('is not taken for Shift pressed to write capitals, or for presses spread over more than five seconds', async () => {
    const { page } = visit();
    await page.getByRole('textbox').focus();
    for (const letter of ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D']) await page.keyboard.press(letter);
    expect(page.url()).toContain('/chat');
    await page.clock.install();
    await page.reload();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.clock.fastForward(5_001);
    await page.keyboard.press('Shift');
    await page.getByText('Press Shift 2 more times to exit.').waitFor();
    expect(page.url()).toContain('/chat');
  });

  it('empties the page at once, before the neutral site has answered, and while our server is away', async () => {
    const { page, phone, house } = visit();
    await phone.unroute('https://www.bbc.co.uk/**');
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await phone.route('https://www.bbc.co.uk/**', async (route) => {
      await asked;
      await route.fulfill({ contentType: 'text/html', body: 'Weather' });
    });
    await house.stop();
    const left = await page.evaluate('document.querySelector("button.exit").click(), document.body.textContent');
    expect(left).toBe('');
    answer();
    await page.waitForURL(WEATHER);
    await house.start();
  });

  it('is always in sight, however long the conversation and however small the window', async () => {
    const { house, page, sees } = visit();
    for (let line = 0; line < 30; line += 1) house.say('jade', `line ${line} of a long talk about nothing much`);
    await sees('line 29');
    for (const viewport of [
      { width: 360, height: 640 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(viewport);
      await page.evaluate('scrollTo(0, 1e6)');
      const box = await page.getByRole('button', { name: 'Exit this page' }).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= viewport.height).toBe(true);
    }
  });
});
