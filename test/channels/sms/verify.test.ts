import express, { Router } from 'express';
import { requireCarrierSignature, type RefusedBecause } from '../../../src/channels/sms/verify';
import { signAsCarrier } from '../../../src/practice/network/signature';
import { serve, type Served } from '../../practice/harness';

/** Twilio's published example (https://www.twilio.com/docs/usage/webhooks/webhooks-security). */
const EXAMPLE = {
  authToken: '12345',
  publicBaseUrl: 'https://mycompany.com',
  path: '/myapp.php?foo=1&bar=2',
  form: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  },
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
};

let served: Served;
let refused: RefusedBecause[];

beforeAll(async () => {
  const door = { ...EXAMPLE, onRefused: (because: RefusedBecause) => void refused.push(because) };
  const router = Router();
  router.post('/myapp.php', express.urlencoded({ extended: false }), requireCarrierSignature(door), (_, response) => {
    response.sendStatus(200);
  });
  served = await serve(router);
});
beforeEach(() => {
  refused = [];
});
afterAll(() => served.close());

function knock(signature: string | null, path = EXAMPLE.path, form: Record<string, string> = EXAMPLE.form) {
  return fetch(served.origin + path, {
    method: 'POST',
    headers: signature === null ? {} : { 'X-Twilio-Signature': signature, 'X-Forwarded-Host': 'evil.example' },
    body: new URLSearchParams(form),
  });
}

test('the signature Twilio publishes as its example opens the door, over the public address', async () => {
  expect((await knock(EXAMPLE.signature)).status).toBe(200);
  expect(refused).toEqual([]);
});

test('the practice carrier signs as the published example does', () => {
  expect(signAsCarrier(EXAMPLE.authToken, EXAMPLE.publicBaseUrl + EXAMPLE.path, EXAMPLE.form)).toBe(EXAMPLE.signature);
});

test.each([
  ['no signature', null, EXAMPLE.path, EXAMPLE.form],
  ['another signature', 'bm90IHRoZSBjYXJyaWVy', EXAMPLE.path, EXAMPLE.form],
  ['a changed word', EXAMPLE.signature, EXAMPLE.path, { ...EXAMPLE.form, Digits: '4321' }],
  ['an added field', EXAMPLE.signature, EXAMPLE.path, { ...EXAMPLE.form, Extra: '1' }],
  ['another address', EXAMPLE.signature, '/myapp.php?foo=1&bar=3', EXAMPLE.form],
])('%s is turned away and counted', async (_, signature, path, form) => {
  expect((await knock(signature, path, form)).status).toBe(403);
  expect(refused).toEqual(['signature']);
});
