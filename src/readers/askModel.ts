import Anthropic, { APIConnectionError, APIConnectionTimeoutError, APIUserAbortError } from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { z } from 'zod';
import type { Clock, Log } from '../acts/ports';
import type { Asked, AskingEnd } from '../vocabulary';
import { createBreaker } from './breaker';
import { createRetryBudget } from './retryBudget';

export interface ModelOptions {
  readonly apiKey: string;
  /** Where the model is; null: at its maker's. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly clock: Clock;
  readonly log: Log;
  /** From the first byte sent to the last received, tries included. */
  readonly timeLimitMs?: number;
}

/** One question: the fixed instructions, the masked words, and the shape an answer must have. */
export interface Question<Shape extends z.ZodType> {
  readonly instructions: string;
  readonly words: string;
  readonly shape: Shape;
}

export interface AskModel {
  <Shape extends z.ZodType>(question: Question<Shape>): Promise<Asked<z.output<Shape>>>;
}

/** Longer would keep a hand of the crew from notices; the message is asked about again later. */
const TIME_LIMIT_MS = 5_000;
/** The crew has more hands than this, so that a slow model never holds them all. */
const AT_ONCE = 2;
const LONGEST_ANSWER_TOKENS = 2_000;
const NO_TOKENS = { in: 0, out: 0 };

/** Asks within the time limit or gives up; every end is a value. Nothing of the words is ever logged. */
export function createAskModel(options: ModelOptions): AskModel {
  const { apiKey, baseUrl, model, clock, log, timeLimitMs = TIME_LIMIT_MS } = options;
  const anthropic = new Anthropic({ apiKey, authToken: null, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' });
  const breaker = createBreaker();
  const budget = createRetryBudget();
  let underWay = 0;

  async function askOnce<Shape extends z.ZodType>(question: Question<Shape>, signal: AbortSignal) {
    const { instructions, words, shape } = question;
    const message = await anthropic.messages.parse(
      {
        model,
        max_tokens: LONGEST_ANSWER_TOKENS,
        system: instructions,
        messages: [{ role: 'user', content: words }],
        output_config: { format: { ...zodOutputFormat(shape), parse: (text: string) => readAs(shape, text) } },
      },
      { signal, timeout: timeLimitMs },
    );
    const tokens = { in: message.usage.input_tokens, out: message.usage.output_tokens };
    const read = message.parsed_output;
    if (message.stop_reason === 'refusal') return { ended: 'refused', found: null, answer: read?.text ?? null, tokens };
    const found = message.stop_reason === 'end_turn' && read?.ok ? read.value : null;
    return {
      ended: found === null ? 'not-understood' : 'answered',
      found,
      answer: read?.text ?? null,
      tokens,
    } as const;
  }

  async function askWithin<Shape extends z.ZodType>(question: Question<Shape>): Promise<Asked<z.output<Shape>>> {
    const signal = AbortSignal.timeout(timeLimitMs);
    for (;;) {
      try {
        const asked = await askOnce(question, signal);
        breaker.succeeded();
        return asked as Asked<z.output<Shape>>;
      } catch (error) {
        const end = endOf(error);
        if (end.again && !signal.aborted && budget.spend()) continue;
        breaker.failed(clock.now());
        log.warn({ error, part: 'readers', reason: end.ended }, 'the model gave no answer');
        return nothing(end.ended);
      }
    }
  }

  return async (question) => {
    if (underWay >= AT_ONCE || !breaker.allows(clock.now())) return nothing('busy');
    underWay += 1;
    budget.earn();
    try {
      return await askWithin(question);
    } finally {
      underWay -= 1;
    }
  };
}

/** Never throws, so that an answer out of shape is kept whole like any other. */
function readAs<Shape extends z.ZodType>(shape: Shape, text: string) {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? { text, ok: true as const, value: read.data } : { text, ok: false as const };
  } catch {
    return { text, ok: false as const };
  }
}

/** How it ended, and whether the same asking is worth one more try at once. */
function endOf(error: unknown): { readonly ended: AskingEnd; readonly again: boolean } {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) {
    return { ended: 'too-slow', again: false };
  }
  const status = error instanceof Anthropic.APIError ? error.status : undefined;
  if (status === 429 || status === 529) return { ended: 'busy', again: false };
  return { ended: 'failed', again: error instanceof APIConnectionError || (status ?? 0) >= 500 };
}

function nothing(ended: AskingEnd): Asked<never> {
  return { ended, found: null, answer: null, tokens: NO_TOKENS };
}
