import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createEmailCarrier } from '../../src/channels/email/send';
import { createCarrierClient } from '../../src/channels/sms/client';
import { createSmsCarrier } from '../../src/channels/sms/send';
import { createVoiceCarrier } from '../../src/channels/voice/ring';
import { createVoiceRouter } from '../../src/channels/voice/router';
import { createSmsRouter } from '../../src/channels/sms/router';
import type { NoticeWords } from '../../src/channels/voice/notice';
import type { Practice } from '../../src/practice/server';
import type { PracticeOptions } from '../../src/practice/settings';
import type { IncomingMessage } from '../../src/vocabulary';
import {
  ACCOUNT,
  AMIRA,
  eventually,
  practiceFor,
  PUBLIC_BASE_URL,
  SAM,
  serve,
  SERVICE_NUMBER,
  type Served,
} from './harness';

const PHONES: PracticeOptions['phones'] = {
  organisation: 'Harbour',
  phones: [
    { id: 'amira', name: 'Amira Khan', who: 'young-person', about: '14, texts', phone: AMIRA },
    {
      id: 'jay',
      name: 'Jay Morris',
      who: 'young-person',
      about: '16',
      links: [{ label: 'Web chat', url: 'https://texts.example.org/chat' }],
    },
    { id: 'sam', name: 'Sam Okoro', who: 'practitioner', about: 'Mentor', phone: SAM, email: 'sam@example.org' },
  ],
};

const WORDS: NoticeWords = {
  language: 'en',
  notice: 'Press 2 to pass on.',
  answerphone: 'Please check your messages.',
  askPin: 'Your own four numbers, please.',
  wrongPin: 'Those are other numbers.',
  nothingDone: 'The message still waits.',
};

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
};

/** Generous, since it costs nothing while all is well. */
const PAGE_WITHIN_MS = 120_000;

let browser: Browser;
let served: Served;
let practice: Practice;
let page: Page;
let received: IncomingMessage[];
let passedOn: string[];

beforeAll(async () => {
  browser = await chromium.launch(CHROMIUM);
});
afterAll(() => browser.close());

beforeEach(async () => {
  received = [];
  passedOn = [];
  const door = {
    publicBaseUrl: PUBLIC_BASE_URL,
    authToken: ACCOUNT.authToken,
    now: () => '2026-11-22T23:40:00.000Z',
    receive: async (message: IncomingMessage) => void received.push(message),
    receipt: () => Promise.resolve(),
    onRefused: () => undefined,
  };
  served = await serve(
    createSmsRouter({ ...door, optOutSet: 'advanced' }),
    createVoiceRouter({
      ...door,
      notice: {
        words: async () => WORDS,
        checkPin: async () => false,
        takeOn: async () => '',
        passOn: async (delivery) => {
          passedOn.push(delivery);
          return 'It goes to the next person.';
        },
      },
      recordedLine: async () => ({ language: 'en', text: 'If you are in danger, hang up and call 999.' }),
    }),
  );
  practice = await practiceFor(served, { phones: PHONES });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(PAGE_WITHIN_MS);
  await page.goto(practice.urls.page);
  await phone('Amira Khan').waitFor();
});
afterEach(async () => {
  await page.close();
  await practice.close();
  await served.close();
});

const phone = (name: string) => page.getByRole('article', { name });
const client = () => createCarrierClient({ ...ACCOUNT, apiUrl: practice.urls.api });
const text = (to: string, words: string) =>
  createSmsCarrier({
    client: client(),
    from: SERVICE_NUMBER,
    messagingServiceSid: null,
    publicBaseUrl: PUBLIC_BASE_URL,
  }).sendSms({ delivery: 'row-1', to, text: words });
const ring = (to: string) =>
  createVoiceCarrier({ client: client(), from: SERVICE_NUMBER, publicBaseUrl: PUBLIC_BASE_URL }).ring({
    delivery: 'row-1',
    to,
  });

test('a text to a phone appears by itself, is marked new, and stays new until its owner looks', async () => {
  await text(AMIRA, 'Hi Amira. How are you today, 0 to 10?');
  await phone('Amira Khan').getByText('How are you today').waitFor();
  await phone('Amira Khan').getByText('1 new').waitFor();
  expect(await page.title()).toBe('(1) Practice phones');
  await phone('Amira Khan').getByLabel('Text from Amira Khan').focus();
  await phone('Amira Khan').getByText('1 new').waitFor({ state: 'hidden' });
});

test('a text typed on a phone, by keyboard alone, reaches the service', async () => {
  await phone('Amira Khan').getByLabel('Text from Amira Khan').focus();
  await page.keyboard.type('<b>hiya</b> & bye');
  await page.keyboard.press('Enter');
  await phone('Amira Khan').getByText('<b>hiya</b> & bye').waitFor();
  await eventually('the text at the service', () => received[0]);
  expect(received).toMatchObject([{ text: '<b>hiya</b> & bye', sender: { phone: AMIRA } }]);
});

test('a half-written text stays while others arrive', async () => {
  await phone('Amira Khan').getByLabel('Text from Amira Khan').fill('i want to tell');
  await text(AMIRA, 'Take your time.');
  await phone('Amira Khan').getByText('Take your time.').waitFor();
  expect(await phone('Amira Khan').getByLabel('Text from Amira Khan').inputValue()).toBe('i want to tell');
});

test('a picture is sent as a picture', async () => {
  await phone('Amira Khan').getByRole('button', { name: 'Picture' }).click();
  await phone('Amira Khan').locator('.medium').waitFor();
  await eventually('the picture at the service', () => received[0]);
  expect(received).toMatchObject([{ kind: 'picture', text: '' }]);
});

test('a call rings, is answered, speaks, takes a key, and is kept with what was said', async () => {
  await ring(SAM);
  await phone('Sam Okoro').getByRole('button', { name: 'Answer', exact: true }).click();
  await phone('Sam Okoro').getByText('Press 2 to pass on.').waitFor();
  await phone('Sam Okoro')
    .getByRole('group', { name: 'Keypad' })
    .getByRole('button', { name: '2', exact: true })
    .click();
  const past = phone('Sam Okoro').locator('summary', { hasText: 'Call' });
  await past.click();
  await phone('Sam Okoro').locator('.transcript', { hasText: 'It goes to the next person.' }).waitFor();
  expect(passedOn).toEqual(['row-1']);
});

test('while the last words are still being spoken, it says so, and not that the call waits for anything', async () => {
  await practice.close();
  practice = await practiceFor(served, { phones: PHONES, pace: { speechMsPerCharacter: 60_000 } });
  await page.goto(practice.urls.page);
  await phone('Amira Khan').getByRole('button', { name: 'Ring, Amira Khan' }).click();
  await phone('Amira Khan').getByText('hang up and call 999').waitFor();
  expect(await phone('Amira Khan').getByRole('status').innerText()).toBe('On the call: this is being said');
  await phone('Amira Khan').getByRole('button', { name: 'Hang up' }).click();
  await phone('Amira Khan').getByRole('region', { name: 'Call with Amira Khan' }).waitFor({ state: 'hidden' });
});

test('a practitioner’s e-mail is under its own tab, with its address to follow', async () => {
  const mail = createEmailCarrier({
    host: '127.0.0.1',
    port: Number(new URL(practice.urls.smtp).port),
    tls: 'never',
    login: null,
    from: 'Harbour <notices@example.org>',
  });
  const link = 'https://texts.example.org/staff/c/K7R';
  await mail.sendEmail({ delivery: 'row-1', to: 'sam@example.org', subject: 'A message', text: `Read it: ${link}.` });
  await phone('Sam Okoro').getByRole('tab', { name: 'E-mail (1)' }).click();
  expect(await phone('Sam Okoro').getByRole('link', { name: link }).getAttribute('href')).toBe(link);
});

test('a fault chosen on the page changes what the carrier answers, and can be put right', async () => {
  await page.getByText('The carrier').click();
  await page.getByLabel('The service’s requests').selectOption('busy');
  await page.getByText('1 fault on').waitFor();
  expect(await text(AMIRA, 'Hi')).toMatchObject({ sent: 'busy' });
  await page.getByRole('button', { name: 'Put everything right' }).click();
  await page.getByText('all well').waitFor();
  expect(await text(AMIRA, 'Hi')).toMatchObject({ sent: 'accepted' });
});

test('a phone that has stopped texts says so', async () => {
  await phone('Amira Khan').getByLabel('Text from Amira Khan').fill('STOP');
  await page.keyboard.press('Enter');
  await phone('Amira Khan').getByText('Has stopped texts').waitFor();
});

test('the page has no faults that axe can find, at rest and while a phone rings', async () => {
  await text(AMIRA, 'Hi Amira.');
  await text(SAM, 'A message needs you: https://texts.example.org/staff');
  await ring(SAM);
  await phone('Sam Okoro').getByRole('button', { name: 'Answer', exact: true }).waitFor();
  await page.getByText('The carrier').click();
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`,
  );
  expect(violations).toEqual([]);
});

test('the page asks nothing of anybody but its own server', async () => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  await page.reload();
  await phone('Amira Khan').waitFor();
  expect([...origins]).toEqual([new URL(practice.urls.page).origin]);
});
