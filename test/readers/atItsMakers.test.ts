import nock from 'nock';
import { z } from 'zod';

import { movableClock } from '../../src/clock';
import { onlyFacts } from '../../src/log';
import { createAskModel } from '../../src/readers/askModel';

function asking() {
  const logged: Readonly<Record<string, unknown>>[] = [];
  const ask = createAskModel({
    apiKey: 'a-key',
    baseUrl: null,
    model: 'pinned-1',
    clock: movableClock('2026-11-22T10:00:00.000Z'),
    log: { info: () => {}, warn: (fields) => void logged.push(fields), error: () => {} },
  });
  const shape = z.strictObject({ level: z.enum(['none', 'urgent']) });
  return { ask: () => ask({ instructions: 'Read.', words: 'masked words', shape }), logged };
}

const MESSAGE = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'pinned-1',
  content: [{ type: 'text', text: '{"level":"urgent"}' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 1, output_tokens: 1 },
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

test('is asked at the published address, by the key alone', async () => {
  let headers: Readonly<Record<string, unknown>> = {};
  nock('https://api.anthropic.com')
    .post('/v1/messages', (body: { model: string }) => body.model === 'pinned-1')
    .reply(function () {
      headers = this.req.headers;
      return [200, MESSAGE];
    });
  expect(await asking().ask()).toMatchObject({ ended: 'answered', found: { level: 'urgent' } });
  expect(headers).toMatchObject({ authorization: 'Bearer a-key' });
});

test('that refuses the question leaves a log line without the words', async () => {
  nock('https://api.anthropic.com')
    .post('/v1/messages')
    .reply(400, { error: { message: 'masked words are bad' } });
  const { ask, logged } = asking();
  expect(await ask()).toMatchObject({ ended: 'failed', found: null, answer: null });
  expect(JSON.stringify(logged.map(onlyFacts))).not.toContain('masked words');
});
