import { RestException } from 'twilio';
import type { Milliseconds, SendResult } from '../../vocabulary';

/** Twilio's error codes that mean something of their own to us. https://www.twilio.com/docs/api/errors */
const REFUSALS: Readonly<Record<number, 'opted-out' | 'bad-number'>> = {
  21610: 'opted-out',
  21211: 'bad-number',
  21214: 'bad-number',
  21217: 'bad-number',
  21612: 'bad-number',
  21614: 'bad-number',
  13224: 'bad-number',
};

/** Too many requests: the carrier took nothing and says so. */
const BUSY_RETRY_MS: Milliseconds = 1_000;
/** Nobody at the carrier's address: the request never left us, so nothing can have been sent. */
const UNREACHED_RETRY_MS: Milliseconds = 2_000;
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * The carrier may or may not have taken it: a timeout, a broken connection, an error of its own. Carries a code and
 * nothing of the request, whose own error object would hold the number and the words.
 */
export class CarrierSilent extends Error {
  override readonly name = 'CarrierSilent';

  constructor(readonly code: string) {
    super(`The carrier did not say whether it took this (${code}).`);
  }
}

/**
 * Turns what the carrier's client threw into an answer.
 * @throws CarrierSilent when nobody knows whether it was taken.
 */
export function answerOf(thrown: unknown): Exclude<SendResult, { sent: 'accepted' }> {
  if (!(thrown instanceof RestException)) {
    const code = networkCode(thrown);
    if (NEVER_LEFT.has(code)) return { sent: 'busy', retryAfterMs: UNREACHED_RETRY_MS };
    throw new CarrierSilent(code);
  }
  if (thrown.status === 429 || thrown.code === 20429) return { sent: 'busy', retryAfterMs: BUSY_RETRY_MS };
  if (thrown.status < 400 || thrown.status >= 500) throw new CarrierSilent(`HTTP ${thrown.status}`);
  return { sent: 'refused', reason: REFUSALS[thrown.code ?? 0] ?? 'other', retry: false };
}

function networkCode(thrown: unknown): string {
  const code = (thrown as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
