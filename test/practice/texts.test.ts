import twilio from 'twilio';
import { createCarrierClient } from '../../src/channels/sms/client';
import { createSmsRouter } from '../../src/channels/sms/router';
import { createSmsCarrier } from '../../src/channels/sms/send';
import type { OptOutSet } from '../../src/channels/sms/optOut';
import type { Faults } from '../../src/practice/network/faults';
import type { Practice } from '../../src/practice/server';
import type { PracticeOptions } from '../../src/practice/settings';
import type { IncomingMessage, Receipt } from '../../src/vocabulary';
import {
  ACCOUNT,
  AMIRA,
  control,
  eventually,
  practiceFor,
  PUBLIC_BASE_URL,
  SAM,
  serve,
  SERVICE_NUMBER,
} from './harness';
import type { Served } from './harness';

let served: Served;
let practice: Practice;
let received: IncomingMessage[];
let receipts: Receipt[];

async function open(options: Partial<PracticeOptions> = {}, optOutSet: OptOutSet = 'advanced'): Promise<void> {
  received = [];
  receipts = [];
  served = await serve(
    createSmsRouter({
      publicBaseUrl: PUBLIC_BASE_URL,
      authToken: ACCOUNT.authToken,
      optOutSet,
      now: () => '2026-11-22T23:40:00.000Z',
      receive: async (message) => void received.push(message),
      receipt: async (receipt) => void receipts.push(receipt),
      onRefused: (because) => {
        throw new Error(`refused: ${because}`);
      },
    }),
  );
  practice = await practiceFor(served, options);
}

const client = () => createCarrierClient({ ...ACCOUNT, apiUrl: practice.urls.api });
const carrier = () =>
  createSmsCarrier({
    client: client(),
    from: SERVICE_NUMBER,
    messagingServiceSid: null,
    publicBaseUrl: PUBLIC_BASE_URL,
  });
const send = (text = 'Hi Amira.', to = AMIRA) => carrier().sendSms({ delivery: 'row-1', to, text });
const faults = (given: Partial<Faults>) => control(practice, '/practice/faults', given);
const text = (body: string, contentTypes: string[] = []) =>
  control<{ trouble: string | null }>(practice, '/practice/texts', { from: AMIRA, body, contentTypes });
const states = () => receipts.map(({ state }) => state);
const afterReceipts = (count: number) =>
  eventually(`${count} receipts`, () => (receipts.length >= count ? true : undefined));

afterEach(async () => {
  await practice.close();
  await served.close();
});

describe('the service sends', () => {
  beforeEach(() => open());

  test('and is told of acceptance, sending and delivery, under its own row', async () => {
    const answer = await send();
    await afterReceipts(3);
    expect(answer).toEqual({ sent: 'accepted', sid: receipts[0]?.sid });
    expect(receipts.map(({ delivery }) => delivery)).toEqual(['row-1', 'row-1', 'row-1']);
    expect(states().sort()).toEqual(['accepted', 'delivered', 'sent']);
  });

  test.each([
    ['lost', {}, []],
    ['repeated', {}, ['accepted', 'accepted', 'delivered', 'delivered', 'sent', 'sent']],
    ['late', { lateByMs: 30 }, ['accepted', 'delivered', 'sent']],
  ] as const)('with receipts %s it is told exactly that', async (how, more, told) => {
    await faults({ receipts: how, ...more });
    await send();
    await afterReceipts(told.length);
    expect(states().sort()).toEqual(told);
  });

  test('with receipts out of order the last comes first', async () => {
    await faults({ receipts: 'out-of-order' });
    await send();
    await afterReceipts(3);
    expect(states()).toEqual(['delivered', 'sent', 'accepted']);
  });

  test.each([
    ['undelivered', '30003'],
    ['failed', '30008'],
  ] as const)('and a text that ends %s says why', async (fate, errorCode) => {
    await faults({ fate });
    await send();
    expect(await eventually(fate, () => receipts.find(({ state }) => state === fate))).toMatchObject({ errorCode });
  });

  test('a fault for one number leaves the others alone', async () => {
    await faults({ api: 'busy', only: SAM });
    expect(await send('Hi', SAM)).toEqual({ sent: 'busy', retryAfterMs: 1_000 });
    expect(await send()).toMatchObject({ sent: 'accepted' });
  });

  test('a carrier that takes a text and never says so leaves it to be found in its list', async () => {
    await faults({ api: 'takes-silently' });
    await expect(send('Are you safe?')).rejects.toThrow('did not say');
    await faults({});
    const since = new Date(Date.now() - 1_000).toISOString();
    const look = (words: string, from = since) =>
      carrier().findSms({ delivery: 'row-1', to: AMIRA, text: words, since: from });
    expect(await look('Are you safe?')).toBe(receipts[0]?.sid ?? (await afterReceipts(1), receipts[0]?.sid));
    expect(await look('Something else')).toBeNull();
    expect(await look('Are you safe?', new Date(Date.now() + 60_000).toISOString())).toBeNull();
  });

  test.each([
    ['to a number that is none', { to: '07700 900123', body: 'x' }, 21211],
    ['from a number that is not ours', { from: SAM, body: 'x' }, 21606],
    ['with nothing in it', { body: '' }, 21602],
    ['with 1,601 characters', { body: 'x'.repeat(1_601) }, 21617],
    ['with a status address that is none', { body: 'x', statusCallback: 'nowhere' }, 21609],
  ])('a text %s is refused with the code Twilio has for it', async (_, given, code) => {
    const refused = await client()
      .messages.create({ to: AMIRA, from: SERVICE_NUMBER, ...given })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(twilio.RestException);
    expect(refused).toMatchObject({ status: 400, code });
  });

  test('with the wrong token it is let in to nothing', async () => {
    const stranger = createCarrierClient({ ...ACCOUNT, authToken: 'not-the-token-at-all', apiUrl: practice.urls.api });
    await expect(stranger.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  test('the list filters by number and by sent date, newest first, page by page', async () => {
    for (const words of ['one', 'two', 'three']) await send(words);
    await send('elsewhere', SAM);
    await afterReceipts(12);
    const listed = await client().messages.list({ to: AMIRA, dateSentAfter: new Date('2026-01-01'), pageSize: 2 });
    expect(listed.map(({ body }) => body)).toEqual(['three', 'two', 'one']);
    expect(await client().messages.list({ to: AMIRA, dateSentBefore: new Date('2020-01-01') })).toEqual([]);
  });
});

describe('a phone sends', () => {
  beforeEach(() => open());

  test('words, and the service receives them signed, in its own terms', async () => {
    await text('hiya 👋');
    expect(received).toMatchObject([{ sender: { phone: AMIRA }, text: 'hiya 👋', kind: 'text', to: SERVICE_NUMBER }]);
  });

  test('a picture, of which only the kind is told', async () => {
    await text('', ['image/jpeg']);
    expect(received).toMatchObject([{ kind: 'picture', providerId: expect.stringMatching(/^MM/) }]);
  });

  test('one text that the carrier brings twice, under one id', async () => {
    await faults({ webhooks: 'twice' });
    await text('hiya');
    expect(received).toHaveLength(2);
    expect(new Set(received.map(({ providerId }) => providerId)).size).toBe(1);
  });

  test('to a service that is not there, and the page says so', async () => {
    await served.close();
    expect((await text('anyone?')).trouble).toMatch('no answer');
  });
});

describe('opting out', () => {
  test('in the advanced set obeys the organisation’s words, declares them, and leaves "end" an answer', async () => {
    await open();
    await text('end');
    expect(await send()).toMatchObject({ sent: 'accepted' });
    await text(' Stop ');
    expect(await send()).toEqual({ sent: 'refused', reason: 'opted-out', retry: false });
    await text('START');
    expect(await send()).toMatchObject({ sent: 'accepted' });
    expect(received.map(({ optOut }) => optOut)).toEqual([null, 'stop', 'start']);
  });

  test('in the default set cuts off at "end" and answers in the carrier’s own words', async () => {
    await open({ optOut: { set: 'default' } }, 'default');
    await text('END');
    expect(received[0]?.optOut).toBe('stop');
    expect(await send()).toEqual({ sent: 'refused', reason: 'opted-out', retry: false });
    const { texts } = await control<{ texts: { direction: string; body: string }[] }>(practice, '/practice/state');
    expect(texts.at(-1)).toMatchObject({ direction: 'outbound-reply', body: expect.stringMatching(/unsubscribed/) });
  });

  test('a lone HELP can be answered by the carrier, in words the organisation has approved', async () => {
    await open({ optOut: { help: ['help'], helpReply: 'Not safe now? Call 999.' } });
    await text('HELP');
    expect(received[0]?.optOut).toBe('help');
  });
});
