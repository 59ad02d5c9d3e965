import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { later, MINUTE_MS } from '../../src/vocabulary';
import { lineHistory, summary, wholeCase } from './harness/cases';
import { destroyedCounts } from './harness/destroyedCounts';
import { FakeHouse } from './harness/door';
import { Site } from './harness/site';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Generous, since it costs nothing while all is well. */
const PAGE_WITHIN_MS = 120_000;

const TAKEN_ON = { concern: 'concern-kayla', act: 'taken-on', by: 'amira', how: 'page' };

let browser: Browser;
let house: FakeHouse;
let site: Site;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  house = new FakeHouse();
  site = await Site.open(house);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await site.close();
});

/** A browser already signed in. */
async function signedIn(reader: string, options: { scripts?: boolean } = {}): Promise<Page> {
  const { scripts = true } = options;
  const context: BrowserContext = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width: 1180, height: 900 },
  });
  const { token } = await house.sessions.open({ practitioner: reader, trust: 'full', now: house.now });
  await context.addCookies([{ name: 'desk', value: token, url: site.base }]);
  context.setDefaultTimeout(PAGE_WITHIN_MS);
  return context.newPage();
}

/** The debugger's own evaluation is not the page's: its policy stays as strict as it is. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(`axe.run().then((found) => found.violations.map((one) => one.id + ': ' + one.nodes[0].html))`);
}

test.each([
  '/staff/sign-in',
  '/staff/work',
  '/staff/work/concern-kayla',
  '/staff/work/concern-kayla/decision',
  '/staff/work/concern-kayla/telling',
  '/staff/work/concern-kayla/talk',
  '/staff/people',
  '/staff/people/kayla',
  '/staff/people/kayla/sheet',
  '/staff/people/kayla/write',
  '/staff/rota',
  '/staff/load',
  '/staff/own-numbers',
  '/staff/mending',
  '/staff/read-with-a-reason',
  '/staff/nowhere',
])('%s has nothing axe objects to, and asks for nothing its policy forbids', async (path) => {
  const page = await signedIn('amira');
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(site.base + path, { waitUntil: 'networkidle' });
  expect(await violations(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('on a phone the name of a file breaks before it stands outside its box', async () => {
  const path = 'escalation-rules/disclosures/a-kind-with-a-very-long-name-indeed/page.yaml,';
  house.broken = [{ about: 'words', found: [{ what: `The words of ${path} are a draft.`, give: 'Approve them.' }] }];
  const page = await signedIn('addy');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.base}/staff/mending`);
  const words = page.locator('.desk-panel li');
  expect(await words.evaluate((item) => item.scrollWidth - item.clientWidth)).toBe(0);
});

test('a phone that may not be theirs, and the form that gives it back, are clean', async () => {
  house.histories.set('kayla', lineHistory({ notTheirsAt: '2026-11-20T10:00:00.000Z' }));
  const page = await signedIn('amira');
  await page.goto(`${site.base}/staff/people/kayla`);
  await page.getByText('Kayla has the phone again').click();
  await page.getByRole('button', { name: 'This phone is theirs again' }).click();
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('joining, sent before anything was agreed, is clean and keeps what was typed', async () => {
  const youngPeople = house.roster.youngPeople.map((one) => (one.id === 'kayla' ? { ...one, joinedAt: null } : one));
  house.roster = { ...house.roster, youngPeople };
  const page = await signedIn('sam');
  await page.goto(`${site.base}/staff/people/kayla`);
  await page.getByRole('link', { name: 'Join, with Kayla beside you' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('A second safe way').fill('Her aunt');
  await page.getByRole('button', { name: 'Kayla has joined' }).click();
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.getByLabel('A second safe way').inputValue()).toBe('Her aunt');
  expect(house.askedFor('join')).toEqual([]);
});

test('the talk that is owed, and the form that marks somebody missing, are clean', async () => {
  const owed = { since: house.now, until: '2026-11-25T23:55:00.000Z', offered: false, notedApartBy: [] };
  house.histories.set('kayla', lineHistory({ returnTalk: owed }));
  const page = await signedIn('sam');
  await page.goto(`${site.base}/staff/people/kayla`);
  await page.getByText('Record that Kayla is missing', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Note it' }).click();
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('what is kept, with holds and a log, and its forms sent wrong are clean', async () => {
  const hold = {
    id: 'h1',
    youngPerson: null,
    placedBy: 'addy',
    placedAt: house.now,
    reason: 'An inquiry.',
    lifted: null,
  };
  const counts = destroyedCounts({ messages: 1, texts: 2, names: 1 });
  house.kept = {
    people: [],
    holds: [hold],
    destroyed: [{ day: '2026-11-20', lines: 1, counts, approvedBy: ['Rosa'] }],
  };
  const page = await signedIn('addy');
  await page.goto(`${site.base}/staff/keeping`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Place the hold' }).click();
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('a form sent wrong is still clean, its errors are read first, and they lead to their fields', async () => {
  const page = await signedIn('amira');
  await page.goto(`${site.base}/staff/work/concern-kayla/decision`);
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await page.locator('.govuk-error-summary:focus').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Say why' }).first().click();
  await page.locator('#reason:focus').waitFor();
});

test('by keyboard alone: from the list into a concern, taking it on', async () => {
  const page = await signedIn('amira');
  await page.goto(`${site.base}/staff/work`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip to main content');
  await tabTo(page, 'Kayla Reed');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/staff/work/concern-kayla');
  await tabTo(page, 'Take it on');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/concern-kayla?done=taken-on');
  expect(house.askedFor('acknowledge')).toContainEqual(TAKEN_ON);
  await page.locator('.desk-done:focus').waitFor();
});

test('without scripts everything is there: the clocks stand, the acts are done', async () => {
  const page = await signedIn('amira', { scripts: false });
  await page.goto(`${site.base}/staff/work`);
  await expect(page.locator('.desk-clock').first().innerText()).resolves.toMatch(/left|late/);
  await page.getByRole('link', { name: 'Kayla Reed' }).click();
  await page.getByRole('button', { name: 'Take it on' }).click();
  await page.waitForURL('**/concern-kayla?done=taken-on');
  expect(house.askedFor('acknowledge')).toContainEqual(TAKEN_ON);
});

test('the clocks run, by the service’s time and not the machine’s', async () => {
  const clocks = { ...summary().clocks, decidedBy: later(house.now, 2.5 * MINUTE_MS) };
  house.cases = [wholeCase({ summary: summary({ clocks }) })];
  const page = await signedIn('amira');
  await page.clock.install({ time: '2031-01-01T00:00:00Z' });
  await page.goto(`${site.base}/staff/work`);
  const clock = page.locator(`[data-due="${clocks.decidedBy}"]`);
  await expect(clock.innerText()).resolves.toBe('2 minutes left');
  await page.clock.runFor(5 * MINUTE_MS);
  await expect(clock.innerText()).resolves.toBe('2 minutes late');
  await expect(page.locator('.desk-clock--late').count()).resolves.toBeGreaterThan(0);
});

test('what was typed while the session ended is sent after signing in again beside it', async () => {
  const page = await signedIn('sam');
  await page.goto(`${site.base}/staff/work/concern-kayla/talk`);
  await page.getByLabel('By phone').check();
  await page.getByLabel('I did not ask').check();
  await page.getByLabel('in their own words').fill('I am at my nan’s,\nhe is not here');
  house.now = later(house.now, 40 * MINUTE_MS);
  await page.getByRole('button', { name: 'Note it' }).click();
  await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.locator('blockquote').innerText()).toBe('I am at my nan’s,\nhe is not here');

  const { token } = await house.sessions.open({ practitioner: 'sam', trust: 'full', now: house.now });
  await page.context().addCookies([{ name: 'desk', value: token, url: site.base }]);
  await page.getByRole('button', { name: 'I am signed in again: send it' }).click();
  await page.getByText('You are signed in as Sam').waitFor();
  await page.getByRole('button', { name: 'Send it now' }).click();
  await page.waitForURL('**/concern-kayla?done=talk-noted');
  expect(house.askedFor('noteTalk')).toMatchObject([
    { by: 'sam', way: 'by-phone', safe: 'not-asked', words: 'I am at my nan’s,\r\nhe is not here' },
  ]);
});

test('the emergency sheet is one sheet of paper, with the numbers to ring on it', async () => {
  const page = await signedIn('amira');
  await page.goto(`${site.base}/staff/people/kayla/sheet`);
  const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('01632 960112').isVisible()).resolves.toBe(true);
});

test('whoever has chosen their own colours reads the hours of a timeline in the colour of its names', async () => {
  const page = await signedIn('amira');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site.base}/staff/work/concern-kayla`);
  const fillOf = (kind: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector('.desk-timeline__${kind}')).fill`);
  expect(await fillOf('time')).toBe(await fillOf('name'));
});

test('a link into what is folded opens it, without scripts too, and paper shows all of it', async () => {
  const page = await signedIn('sam', { scripts: false });
  await page.goto(`${site.base}/staff/people/kayla`);
  const folded = page.locator('.desk-fold .desk-said__text');
  const isShown = () => folded.evaluate((words) => words.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isShown()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isShown()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await isShown()).toBe(false);
  await page.getByRole('link', { name: 'In the conversation', exact: true }).click();
  expect(await isShown()).toBe(true);
});

test.each([
  '/staff/people/kayla/sheet',
  '/staff/work/concern-kayla',
  '/staff/work',
  '/staff/weekly',
  '/staff/load',
  '/staff/rota',
  '/staff/people/kayla',
  '/staff/keeping',
])('%s is read on 320 pixels without scrolling sideways', async (path) => {
  house.cases = [wholeCase(), wholeCase({ summary: summary({ id: 'small', level: 'worry' }) })];
  const page = await signedIn(path === '/staff/keeping' ? 'addy' : 'amira');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(site.base + path, { waitUntil: 'networkidle' });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await page.evaluate('document.activeElement.textContent.trim()');
    if (focused === text) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to "${text}" by the Tab key`);
}
