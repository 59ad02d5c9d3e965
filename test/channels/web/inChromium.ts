import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { describeInChromium } from '../../harness/servers';
import { WebHouse } from './house';

/** What every browser test has: a house of its own and a small phone that reaches no network. */
export interface Visit {
  readonly house: WebHouse;
  readonly browser: Browser;
  readonly phone: BrowserContext;
  readonly page: Page;
  /** Opens a fresh personal link on the phone. */
  open(youngPerson: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Waits until the log holds this text. */
  sees(text: string): Promise<void>;
  logText(): Promise<string>;
}

type PhoneOptions = Parameters<Browser['newContext']>[0];

const CALM = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update'];

/** A suite whose tests get a `Visit` made anew for each. */
export function describeOnAPhone(title: string, options: PhoneOptions, suite: (visit: () => Visit) => void): void {
  describeInChromium(title, (executablePath) => {
    let browser: Browser;
    let visit: Visit;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: [...CALM, ...OFFLINE] });
    }, 60_000);
    afterAll(() => browser.close());
    beforeEach(async () => {
      visit = await startVisit(browser, options);
    }, 30_000);
    afterEach(async () => {
      await visit.phone.close();
      await visit.house.stop();
    });
    suite(() => visit);
  });
}

async function startVisit(browser: Browser, options: PhoneOptions): Promise<Visit> {
  const house = await new WebHouse().start();
  const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
  await phone.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
  const page = await phone.newPage();
  const log = page.getByRole('log');
  return {
    house,
    browser,
    phone,
    page,
    async open(youngPerson) {
      await page.goto(await house.link(youngPerson));
    },
    async write(text) {
      await page.getByRole('textbox').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
    },
    async sees(text) {
      await log.getByText(text).waitFor();
    },
    logText: () => log.innerText(),
  };
}
