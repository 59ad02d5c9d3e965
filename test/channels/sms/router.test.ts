import { createSmsRouter } from '../../../src/channels/sms/router';
import type { RefusedBecause } from '../../../src/channels/sms/verify';
import { signAsCarrier } from '../../../src/practice/network/signature';
import type { IncomingMessage, Receipt } from '../../../src/vocabulary';
import { ACCOUNT, AMIRA, PUBLIC_BASE_URL, serve, SERVICE_NUMBER, type Served } from '../../practice/harness';

const AT = '2026-11-22T23:40:00.000Z';
const SID = `SM${'1f'.repeat(16)}`;
const TEXT = { MessageSid: SID, From: AMIRA, To: SERVICE_NUMBER, Body: 'hiya', NumMedia: '0' };

let served: Served;
let received: IncomingMessage[];
let receipts: Receipt[];
let refused: RefusedBecause[];
let keep: () => Promise<void>;

beforeEach(async () => {
  received = [];
  receipts = [];
  refused = [];
  keep = () => Promise.resolve();
  served = await serve(
    createSmsRouter({
      publicBaseUrl: PUBLIC_BASE_URL,
      authToken: ACCOUNT.authToken,
      optOutSet: 'advanced',
      now: () => AT,
      receive: async (message) => {
        received.push(message);
        await keep();
      },
      receipt: async (receipt) => {
        receipts.push(receipt);
        await keep();
      },
      onRefused: (because) => refused.push(because),
    }),
  );
});
afterEach(() => served.close());

function post(path: string, form: Record<string, string>, token = ACCOUNT.authToken) {
  return fetch(served.origin + path, {
    method: 'POST',
    headers: { 'X-Twilio-Signature': signAsCarrier(token, PUBLIC_BASE_URL + path, form) },
    body: new URLSearchParams(form),
  });
}

test('a text is answered with nothing to say, and only once it is kept', async () => {
  let kept = () => {};
  keep = () => new Promise((resolve) => (kept = resolve));
  let answered = false;
  const answer = post('/sms/incoming', TEXT).finally(() => (answered = true));
  while (received.length === 0) await new Promise(setImmediate);
  for (const _ of ['one', 'two']) await post('/sms/incoming', TEXT, 'a-stranger-makes-a-whole-round-trip');
  expect(answered).toBe(false);
  kept();
  const response = await answer;
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
  expect(await response.text()).toContain('<Response/>');
  expect(received).toMatchObject([{ providerId: SID, text: 'hiya' }]);
});

test('a text that nothing could keep is answered 503, so that the carrier turns to its fallback', async () => {
  keep = () => Promise.reject(new Error('record and spool are away'));
  const response = await post('/sms/incoming', TEXT);
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain('record');
});

test('a text of 1,600 emoji fits through the door', async () => {
  const Body = '😭'.repeat(1_600);
  expect((await post('/sms/incoming', { ...TEXT, Body })).status).toBe(200);
  expect(received[0]?.text).toBe(Body);
});

test('a stranger at the door is refused, counted and never received', async () => {
  expect((await post('/sms/incoming', TEXT, 'another-token-altogether')).status).toBe(403);
  expect((await post(`/sms/status/row-1`, { MessageSid: SID, MessageStatus: 'sent' }, 'another')).status).toBe(403);
  expect(refused).toEqual(['signature', 'signature']);
  expect([...received, ...receipts]).toEqual([]);
});

test('a signed form nobody can read is counted and answered 400', async () => {
  expect((await post('/sms/incoming', { From: AMIRA })).status).toBe(400);
  expect((await post('/sms/status/row-1', { From: AMIRA })).status).toBe(400);
  expect(refused).toEqual(['unreadable', 'unreadable']);
});

test('a receipt names the row its address was made for', async () => {
  expect((await post('/sms/status/row-1', { MessageSid: SID, MessageStatus: 'delivered' })).status).toBe(204);
  expect(receipts).toEqual([{ delivery: 'row-1', sid: SID, state: 'delivered', errorCode: null, at: AT }]);
});

test('a receipt that could not be recorded is answered 503', async () => {
  keep = () => Promise.reject(new Error('away'));
  expect((await post('/sms/status/row-1', { MessageSid: SID, MessageStatus: 'sent' })).status).toBe(503);
});
