import { createCarrierClient } from '../../src/channels/sms/client';
import { createVoiceCarrier } from '../../src/channels/voice/ring';
import { createVoiceRouter } from '../../src/channels/voice/router';
import type { Call } from '../../src/practice/network/network';
import type { Practice } from '../../src/practice/server';
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

const WORDS = {
  language: 'en',
  notice: 'An automatic call for Sam. There is a message to read now. Press 1, 2 or 3.',
  answerphone: 'Please check your messages from us.',
  askPin: 'Your own four numbers, please.',
  wrongPin: 'Those are other numbers.',
  nothingDone: 'Nothing is done yet. The message still waits.',
} as const;

let served: Served;
let practice: Practice;
let received: IncomingMessage[];
let receipts: Receipt[];
let did: string[];
let withdrawn: boolean;
let keep: () => Promise<void>;

beforeEach(async () => {
  received = [];
  receipts = [];
  did = [];
  withdrawn = false;
  keep = () => Promise.resolve();
  served = await serve(
    createVoiceRouter({
      publicBaseUrl: PUBLIC_BASE_URL,
      authToken: ACCOUNT.authToken,
      now: () => '2026-11-22T23:40:00.000Z',
      notice: {
        words: async () => (withdrawn ? null : WORDS),
        checkPin: async (delivery, pin) => delivery === 'row-1' && pin === '4711',
        takeOn: async (delivery) => {
          did.push(`taken on ${delivery}`);
          return 'It is with you now.';
        },
        passOn: async (delivery) => {
          did.push(`passed on ${delivery}`);
          return 'It goes to the next person.';
        },
      },
      receive: async (message) => {
        await keep();
        received.push(message);
      },
      recordedLine: async () => ({ language: 'cy', text: 'Mae’n ddrwg gennym. Ffoniwch 999 & daliwch <y> lein.' }),
      receipt: async (receipt) => void receipts.push(receipt),
      onRefused: (because) => did.push(`refused: ${because}`),
    }),
  );
  practice = await practiceFor(served);
});
afterEach(async () => {
  await practice.close();
  await served.close();
});

const calls = async () => (await control<{ calls: Call[] }>(practice, '/practice/state')).calls;
const until = (missed: string, look: (call: Call) => boolean) =>
  eventually(missed, async () => (await calls()).find((call) => look(call)));
const heard = (call: Call) => call.heard.map(({ by, text }) => (by === 'phone' ? `[${text}]` : text));
const ended = () => until('the end of the call', ({ endedAt }) => endedAt !== null);

async function ring(): Promise<Call> {
  const client = createCarrierClient({ ...ACCOUNT, apiUrl: practice.urls.api });
  const carrier = createVoiceCarrier({ client, from: SERVICE_NUMBER, publicBaseUrl: PUBLIC_BASE_URL });
  const answer = await carrier.ring({ delivery: 'row-1', to: SAM });
  const call = await until('ringing', ({ status }) => status === 'ringing');
  expect(answer).toEqual({ sent: 'accepted', sid: call.sid });
  return call;
}

const pickUp = (call: Call, how: string) => control(practice, `/practice/calls/${call.sid}/pick-up`, { how });

/** Answers and then presses each of `keys` when it is asked for. */
async function answerAndPress(...keys: readonly string[]): Promise<Call> {
  const call = await ring();
  await pickUp(call, 'answer');
  for (const [index, key] of keys.entries()) {
    await until(
      `question ${index + 1}`,
      ({ heard: said, waitsForKeys }) => waitsForKeys && said.filter(({ by }) => by === 'phone').length === index,
    );
    await control(practice, `/practice/calls/${call.sid}/keys`, { keys: key });
  }
  return ended();
}

test('1 and the own four numbers take it on, and only then is it said', async () => {
  expect(heard(await answerAndPress('1', '4711'))).toEqual([
    WORDS.notice,
    '[1]',
    WORDS.askPin,
    '[4711]',
    'It is with you now.',
  ]);
  expect(did).toEqual(['taken on row-1']);
});

test('other numbers take nothing on; after the third it stays with whoever is next', async () => {
  const call = await answerAndPress('1', '1111', '2222', '3333');
  expect(heard(call).filter((said) => said === WORDS.wrongPin)).toHaveLength(2);
  expect(heard(call).at(-1)).toBe(WORDS.nothingDone);
  expect(did).toEqual([]);
});

test('2 passes it on', async () => {
  expect(heard(await answerAndPress('2')).at(-1)).toBe('It goes to the next person.');
  expect(did).toEqual(['passed on row-1']);
});

test('3, or a key that means nothing, reads it again', async () => {
  const call = await answerAndPress('3', '9', '2');
  expect(heard(call).filter((said) => said === WORDS.notice)).toHaveLength(3);
});

test('the answerphone hears the neutral sentence and nothing else; no person was reached', async () => {
  await pickUp(await ring(), 'answerphone');
  expect(heard(await ended())).toEqual([WORDS.answerphone]);
  expect(await eventually('the receipt', () => receipts.find(({ errorCode }) => errorCode !== null))).toMatchObject({
    delivery: 'row-1',
    state: 'undelivered',
    errorCode: 'answerphone',
  });
});

test('a declined call is told as busy', async () => {
  await pickUp(await ring(), 'decline');
  expect(await eventually('the receipt', () => receipts.find(({ errorCode }) => errorCode === 'busy'))).toBeTruthy();
});

test('a notice withdrawn before somebody picks up says nothing', async () => {
  const call = await ring();
  withdrawn = true;
  await pickUp(call, 'answer');
  expect(heard(await ended())).toEqual([]);
});

test('a person who hangs up has taken nothing on', async () => {
  const call = await ring();
  await pickUp(call, 'answer');
  await until('the notice', ({ waitsForKeys }) => waitsForKeys);
  await control(practice, `/practice/calls/${call.sid}/hang-up`, {});
  expect(heard(await ended())).toEqual([WORDS.notice]);
  expect(did).toEqual([]);
});

test('a person who heard it counts as reached', async () => {
  await answerAndPress('2');
  await eventually('delivered', () => receipts.find(({ state }) => state === 'delivered'));
  expect(receipts.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'sent', 'delivered']);
});

test('a young person who rings is kept as a message, and then hears the recorded line', async () => {
  const { sid } = await control<Call>(practice, '/practice/calls', { from: AMIRA });
  expect(heard(await ended())).toEqual(['Mae’n ddrwg gennym. Ffoniwch 999 & daliwch <y> lein.']);
  expect(received).toMatchObject([
    { provider: 'twilio-voice', providerId: sid, kind: 'call', sender: { phone: AMIRA } },
  ]);
});

test('a call that nothing could keep is not told that it was', async () => {
  keep = () => Promise.reject(new Error('away'));
  await control(practice, '/practice/calls', { from: AMIRA });
  expect(heard(await ended())).toEqual([expect.stringMatching(/application error/)]);
});

test('the client lists calls as Twilio would', async () => {
  await answerAndPress('2');
  const listed = await createCarrierClient({ ...ACCOUNT, apiUrl: practice.urls.api }).calls.list({ to: SAM });
  expect(listed).toMatchObject([{ status: 'completed', answeredBy: 'human', direction: 'outbound-api' }]);
});

test('a stranger at the voice door is refused', async () => {
  const response = await fetch(`${served.origin}/voice/notice/row-1/hearing/1/key`, {
    method: 'POST',
    body: new URLSearchParams({ Digits: '2' }),
  });
  expect(response.status).toBe(403);
  expect(did).toEqual(['refused: signature']);
});
