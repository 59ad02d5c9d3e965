import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { describeInChromium } from '../../harness/servers';
import { eventually } from './eventually';
import { WebHouse } from './house';

// Generous, since it costs nothing while all is well: a busy machine may take long over one page.
const PAGE_WITHIN_MS = 60_000;

/** What every browser test has: a house of its own and a small phone that reaches no network. */
export interface Visit {
  readonly house: WebHouse;
  readonly browser: Browser;
  readonly phone: BrowserContext;
  readonly page: Page;
  /** Opens a fresh personal link on the phone. */
  open(youngPerson: string): Promise<void>;
  /** Writes in the box of the chat and presses Send: the words may still be on their way afterwards. */
  write(text: string): Promise<void>;
  /** Waits until the log holds this text; one's own words stand there before they have arrived. */
  sees(text: string): Promise<void>;
  /** Waits until these words have arrived and nothing more is on its way: only then may time pass in the house. */
  arrives(text: string): Promise<void>;
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
    });
    afterAll(() => browser.close());
    beforeEach(async () => {
      visit = await startVisit(browser, options);
    });
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
  phone.setDefaultTimeout(PAGE_WITHIN_MS);
  const page = await phone.newPage();
  const onTheirWay = requestsOf(page);
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
      // By its form: the page that asks for the check word has a box too.
      await page.locator('#write').getByRole('textbox').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
    },
    async sees(text) {
      await log.getByText(text).waitFor();
    },
    async arrives(text) {
      await log.locator('p', { hasText: text, hasNot: page.locator('i') }).waitFor();
      await eventually(() => onTheirWay.size, 0, PAGE_WITHIN_MS);
    },
    logText: () => log.innerText(),
  };
}

/** The requests of a page that have no answer yet. */
function requestsOf(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return underWay;
}
