import { request } from 'node:http';
import { startPractice, type Practice } from '../../src/practice/server';
import { ACCOUNT, AMIRA, control, practiceFor, SERVICE_NUMBER } from './harness';

let practice: Practice;

beforeEach(async () => {
  practice = await practiceFor({ origin: 'http://127.0.0.1:9', close: () => Promise.resolve() });
});
afterEach(() => practice.close());

/** Asks by hand, for `fetch` sets the Host header itself. */
function statusUnder(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(practice.urls.page, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['localhost:7300', 200],
  ['127.0.0.1', 200],
  ['[::1]:7300', 200],
  ['phones.example.org', 421],
  ['127.0.0.1.example.org', 421],
])('under the name %s the page answers %i', async (host, status) => {
  expect(await statusUnder(host)).toBe(status);
});

test('a phone list can be handed in later, and a faulty one is refused with the place of the fault', async () => {
  const put = (body: unknown) =>
    fetch(`${practice.urls.page}practice/phones`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const amira = { id: 'amira', name: 'Amira', who: 'young-person', phone: '+447700900123' };
  expect((await put({ organisation: 'Harbour', phones: [amira] })).status).toBe(204);
  expect(await control(practice, '/practice/state')).toMatchObject({ organisation: 'Harbour', phones: [amira] });
  const refused = await put({ organisation: 'Harbour', phones: [{ ...amira, phone: '07700 900123' }] });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toEqual({ faults: [expect.stringMatching(/^phones\.0\.phone: /)] });
});

test.each([
  ['no JSON', '{', 400],
  ['too much', JSON.stringify({ from: '+447700900123', body: 'x'.repeat(200_000) }), 413],
])('%s is refused in words', async (_what, body, status) => {
  const refused = await fetch(`${practice.urls.page}practice/texts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  expect(refused.status).toBe(status);
  expect(await refused.json()).toEqual({ faults: [expect.any(String)] });
});

test.each([
  ['a text to its own number', { To: SERVICE_NUMBER, Body: 'hi' }, 21266],
  ['a form too large', { To: AMIRA, Body: 'x'.repeat(70_000) }, 20001],
])('%s is refused as the carrier refuses it', async (_what, form, code) => {
  const { accountSid, authToken } = ACCOUNT;
  const refused = await fetch(`${practice.urls.api}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams({ From: SERVICE_NUMBER, ...form }),
  });
  expect(await refused.json()).toMatchObject({ status: 400, code });
});

test('settings that cannot work are refused before anything starts', async () => {
  const faulty = { accountSid: 'nobody', authToken: '', serviceNumber: '', textsUrl: '', callsUrl: '' };
  await expect(startPractice(faulty)).rejects.toThrow(/accountSid/);
});
