import nock from 'nock';
import { createCarrierClient } from '../../../src/channels/sms/client';
import { CarrierSilent } from '../../../src/channels/sms/refusals';
import { createSmsCarrier, type SmsCarrier } from '../../../src/channels/sms/send';
import { ACCOUNT, AMIRA, PUBLIC_BASE_URL, SERVICE_NUMBER } from '../../practice/harness';

const MESSAGES = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`;
const TEXT = { delivery: 'row-1', to: AMIRA, text: 'Hi Amira.' };

const carrier: SmsCarrier = createSmsCarrier({
  client: createCarrierClient({ ...ACCOUNT, apiUrl: null }),
  from: SERVICE_NUMBER,
  messagingServiceSid: null,
  publicBaseUrl: PUBLIC_BASE_URL,
});

const twilio = () => nock('https://api.twilio.com');

/** As axios throws them: with the request, number and words in it. */
const networkError = (code: string) => Object.assign(new Error(`${code} ${AMIRA} Hi Amira.`), { code });

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

test('sends from our number with a status address that names our own row and nothing else', async () => {
  const form = {
    To: AMIRA,
    From: SERVICE_NUMBER,
    Body: 'Hi Amira.',
    StatusCallback: `${PUBLIC_BASE_URL}/sms/status/row-1`,
  };
  twilio()
    .post(
      MESSAGES,
      (sent) => JSON.stringify(Object.entries(sent).sort()) === JSON.stringify(Object.entries(form).sort()),
    )
    .basicAuth({ user: ACCOUNT.accountSid, pass: ACCOUNT.authToken })
    .reply(201, { sid: 'SM1' });
  expect(await carrier.sendSms(TEXT)).toEqual({ sent: 'accepted', sid: 'SM1' });
});

test.each([
  [400, 21610, { sent: 'refused', reason: 'opted-out', retry: false }],
  [400, 21211, { sent: 'refused', reason: 'bad-number', retry: false }],
  [400, 21614, { sent: 'refused', reason: 'bad-number', retry: false }],
  [400, 21617, { sent: 'refused', reason: 'other', retry: false }],
  [401, 20003, { sent: 'refused', reason: 'other', retry: false }],
  [429, 20429, { sent: 'busy', retryAfterMs: 1_000 }],
  [429, 0, { sent: 'busy', retryAfterMs: 1_000 }],
])('HTTP %i with code %i is an answer, not an accident', async (status, code, answer) => {
  twilio().post(MESSAGES).reply(status, { status, code, message: 'no', more_info: '' });
  expect(await carrier.sendSms(TEXT)).toEqual(answer);
});

test.each([
  ['the carrier has an error of its own', () => twilio().post(MESSAGES).reply(500, { code: 20500, message: 'oops' })],
  ['the carrier answers with a page', () => twilio().post(MESSAGES).reply(502, '<html>bad gateway</html>')],
  ['the connection breaks', () => twilio().post(MESSAGES).replyWithError(networkError('ECONNRESET'))],
  ['no answer comes in time', () => twilio().post(MESSAGES).replyWithError(networkError('ECONNABORTED'))],
])('when %s nobody knows whether the text went, and the error holds nothing of it', async (_, happens) => {
  happens();
  const thrown = await carrier.sendSms(TEXT).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(CarrierSilent);
  expect(`${String(thrown)} ${JSON.stringify(thrown)}`).not.toMatch(/Amira|7700900/);
});

test('a carrier nobody answers the door of has taken nothing: it can be tried again', async () => {
  twilio().post(MESSAGES).replyWithError(networkError('ECONNREFUSED'));
  expect(await carrier.sendSms(TEXT)).toEqual({ sent: 'busy', retryAfterMs: 2_000 });
});

test('a list that cannot be asked is not an empty list', async () => {
  twilio().get(MESSAGES).query(true).reply(503, { code: 20503, message: 'no' });
  await expect(carrier.findSms({ ...TEXT, since: '2026-11-22T23:40:00.000Z' })).rejects.toBeInstanceOf(CarrierSilent);
});
