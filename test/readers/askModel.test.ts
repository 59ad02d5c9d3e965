import { z } from 'zod';

import { movableClock } from '../../src/clock';
import { createAskModel, type ModelOptions } from '../../src/readers/askModel';
import { MINUTE_MS } from '../../src/vocabulary';
import { ModelServer } from '../harness/modelServer';

const AT = '2026-11-22T10:00:00.000Z';
const SHAPE = z.strictObject({ level: z.enum(['none', 'urgent']) });
const QUESTION = { instructions: 'Read.', words: 'masked words', shape: SHAPE };

function asking(baseUrl: string | null, over: Partial<ModelOptions> = {}) {
  const clock = movableClock(AT);
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: (fields: object) => void logged.push(fields), error: () => {} };
  const ask = createAskModel({ apiKey: 'a-key', baseUrl, model: 'pinned-1', clock, log, timeLimitMs: 60_000, ...over });
  return { ask: () => ask(QUESTION), clock, logged };
}

describe('a model over real HTTP', () => {
  let model: ModelServer;
  beforeEach(async () => void (model = await ModelServer.start({ says: { level: 'urgent' } })));
  afterEach(() => model.close());

  test('answers by the schema: what it said is kept whole, with what it cost', async () => {
    const { ask } = asking(model.url);
    expect(await ask()).toEqual({
      ended: 'answered',
      found: { level: 'urgent' },
      answer: '{"level":"urgent"}',
      tokens: { in: 900, out: 40 },
    });
  });

  test('is asked by the pinned name, with the schema, and with nothing that makes two answers differ', async () => {
    await asking(model.url).ask();
    const [{ body }] = model.asked as [(typeof model.asked)[number]];
    expect(body).toMatchObject({
      model: 'pinned-1',
      system: 'Read.',
      output_config: { format: { type: 'json_schema' } },
    });
    for (const sampling of ['temperature', 'top_p', 'top_k', 'seed']) expect(body).not.toHaveProperty(sampling);
  });

  test.each([
    ['out of the schema', { says: { level: 'fine' } }, '{"level":"fine"}'],
    ['with more than was asked', { says: { level: 'none', note: 'x' } }, '{"level":"none","note":"x"}'],
    ['without JSON', { raw: 'I think it is urgent.' }, 'I think it is urgent.'],
  ])('an answer %s is not understood, and kept all the same', async (_what, answer, kept) => {
    model.next(answer);
    expect(await asking(model.url).ask()).toMatchObject({ ended: 'not-understood', found: null, answer: kept });
  });

  test('a refusal is a refusal', async () => {
    model.next({ refuses: true });
    expect(await asking(model.url).ask()).toMatchObject({ ended: 'refused', found: null });
  });

  test('silence ends at the time limit', async () => {
    model.next({ silent: true });
    expect(await asking(model.url, { timeLimitMs: 300 }).ask()).toMatchObject({ ended: 'too-slow', found: null });
    expect(model.asked).toHaveLength(1);
  });

  test.each([
    [500, 'answered', 2],
    [503, 'answered', 2],
    [429, 'busy', 1],
    [529, 'busy', 1],
    [400, 'failed', 1],
    [401, 'failed', 1],
  ])('HTTP %i once: %s after %i tries', async (status, ended, tries) => {
    model.next({ status });
    expect(await asking(model.url).ask()).toMatchObject({ ended });
    expect(model.asked).toHaveLength(tries);
  });

  test('a line that breaks is tried once more', async () => {
    model.next({ breaks: true });
    expect(await asking(model.url).ask()).toMatchObject({ ended: 'answered' });
  });

  test('second tries are few: a model that is down is not asked twice as often', async () => {
    model.otherwise = { status: 500 };
    const { ask, clock } = asking(model.url);
    for (let n = 0; n < 20; n += 1) {
      await ask();
      clock.pass(2 * MINUTE_MS);
    }
    expect(model.asked.length).toBeLessThanOrEqual(25);
  });

  test('after five failures in a row it is left alone for a minute, then tried once', async () => {
    model.otherwise = { status: 400 };
    const { ask, clock } = asking(model.url);
    for (let n = 0; n < 8; n += 1) await ask();
    expect(model.asked).toHaveLength(5);
    clock.pass(MINUTE_MS);
    await ask();
    expect(await ask()).toMatchObject({ ended: 'busy' });
    expect(model.asked).toHaveLength(6);
    clock.pass(MINUTE_MS);
    model.otherwise = { says: { level: 'none' } };
    expect(await ask()).toMatchObject({ ended: 'answered' });
    expect(await ask()).toMatchObject({ ended: 'answered' });
  });

  test('no more than two are under way at once, so that slowness never takes every hand', async () => {
    model.otherwise = { silent: true };
    const { ask } = asking(model.url, { timeLimitMs: 300 });
    const ends = await Promise.all([ask(), ask(), ask()]);
    expect(ends.map((one) => one.ended).sort()).toEqual(['busy', 'too-slow', 'too-slow']);
  });
});
