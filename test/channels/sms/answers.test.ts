import { carrierAnswers } from '../../../src/channels/sms/answers';
import { createCarrierClient } from '../../../src/channels/sms/client';
import type { Practice } from '../../../src/practice/server';
import { ACCOUNT, practiceFor, SERVICE_NUMBER, serve, type Served } from '../../practice/harness';

const SERVICE = `MG${'0b'.repeat(16)}`;

let served: Served;
let practice: Practice;
beforeAll(async () => {
  served = await serve();
  practice = await practiceFor(served, { messagingServiceSid: SERVICE });
});
afterAll(async () => {
  await practice.close();
  await served.close();
});

const ask = (number: string, service: string | null, account: Partial<typeof ACCOUNT> = {}) =>
  carrierAnswers(createCarrierClient({ ...ACCOUNT, ...account, apiUrl: practice.urls.api }), number, service);

test('an account that is right is let in, with or without a messaging service', async () => {
  expect(await ask(SERVICE_NUMBER, null)).toBe('lets us in');
  expect(await ask(SERVICE_NUMBER, SERVICE)).toBe('lets us in');
});

test.each([
  ['another token', () => ask(SERVICE_NUMBER, SERVICE, { authToken: 'another-token' }), 'refuses us'],
  ['a service there is not', () => ask(SERVICE_NUMBER, `MG${'0c'.repeat(16)}`), 'number not in the service'],
  ['a number the service does not hold', () => ask('+447700900001', SERVICE), 'number not in the service'],
])('%s is told apart', async (_what, answer, expected) => {
  expect(await answer()).toBe(expected);
});

test('a carrier that cannot be reached is silent', async () => {
  const client = createCarrierClient({ ...ACCOUNT, apiUrl: 'http://127.0.0.1:1' });
  expect(await carrierAnswers(client, SERVICE_NUMBER, SERVICE)).toBe('silent');
});
