import { Router, urlencoded } from 'express';
import { callService, callServiceOrFallback, wasTaken } from '../../../src/practice/network/webhook';
import { signAsCarrier } from '../../../src/practice/network/signature';
import { pace } from '../../../src/practice/settings';
import { ACCOUNT, serve, type Served } from '../harness';

const wires = { ...ACCOUNT, dialOrigin: null, pace: pace.parse({ retryMs: 0 }) };

let served: Served;
let asked: { path: string; body: Record<string, string>; signature: string | undefined }[];

beforeEach(async () => {
  asked = [];
  served = await serve(answering());
});
afterEach(() => served.close());

function answering(): Router {
  const router = Router();
  router.use(urlencoded({ extended: false }), (request, response) => {
    asked.push({ path: request.path, body: request.body, signature: request.get('X-Twilio-Signature') });
    response.sendStatus(request.path === '/broken' ? 503 : 200);
  });
  return router;
}

test('an answer is an answer: an error of the service is not asked again', async () => {
  expect((await callService(wires, `${served.origin}/broken`, { Body: 'x' })).status).toBe(503);
  expect(asked).toHaveLength(1);
});

test('a service that does not give a good answer is followed by its fallback, told why, and signed anew', async () => {
  const answer = await callServiceOrFallback(wires, `${served.origin}/broken`, `${served.origin}/fallback`, {
    Body: 'x',
  });
  expect(wasTaken(answer)).toBe(true);
  expect(asked.map(({ path }) => path)).toEqual(['/broken', '/fallback']);
  expect(asked[1]?.body).toEqual({ Body: 'x', ErrorCode: '11200', ErrorUrl: `${served.origin}/broken` });
  expect(asked[1]?.signature).not.toBe(asked[0]?.signature);
});

test('a service that is not there is followed by its fallback too', async () => {
  const away = await serve();
  await away.close();
  await callServiceOrFallback(wires, `${away.origin}/sms`, `${served.origin}/fallback`, {});
  expect(asked[0]?.body.ErrorCode).toBe('11205');
});

test('where no connection comes about it is tried twice, with a pause, and then there is no answer', async () => {
  const patient = { ...wires, pace: pace.parse({ retryMs: 200 }) };
  await served.close();
  const startedAt = performance.now();
  expect(await callService(patient, `${served.origin}/sms`, {})).toEqual({ status: null, type: '', body: '' });
  expect(performance.now() - startedAt).toBeGreaterThan(190);
});

test('behind a proxy the public address is signed and another one dialled', async () => {
  await callService({ ...wires, dialOrigin: served.origin }, 'https://texts.example.org/sms?x=1', { Body: 'x' });
  expect(asked[0]?.signature).toBe(
    signAsCarrier(ACCOUNT.authToken, 'https://texts.example.org/sms?x=1', { Body: 'x' }),
  );
});
