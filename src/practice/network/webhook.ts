import { setTimeout as pause } from 'node:timers/promises';
import type { PracticeSettings } from '../settings';
import { newSid } from './sids';
import { signAsCarrier } from './signature';

/** What the service answered; `status` is null when it could not be reached or did not answer in time. */
export interface WebhookAnswer {
  readonly status: number | null;
  readonly type: string;
  readonly body: string;
}

/** Twilio tries a connection twice and gives the whole call 15 s. https://www.twilio.com/docs/api/errors/11205 */
const ATTEMPTS = 2;
const ANSWER_WITHIN_MS = 15_000;

type Wires = Pick<PracticeSettings, 'authToken' | 'dialOrigin' | 'pace'>;

/** Calls the service, signed, with a form; tries again only where no connection came about. */
export async function callService(
  wires: Wires,
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<WebhookAnswer> {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    'User-Agent': 'TwilioProxy/1.1',
    'X-Twilio-Signature': signAsCarrier(wires.authToken, url, form),
    'I-Twilio-Idempotency-Token': newSid('RQ'),
  };
  const body = new URLSearchParams(form).toString();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await fetch(dialled(url, wires.dialOrigin), { method: 'POST', headers, body, signal });
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        body: await response.text(),
      };
    } catch (error) {
      if (attempt === ATTEMPTS || !neverConnected(error)) return { status: null, type: '', body: '' };
      await pause(wires.pace.retryMs);
    }
  }
}

/** The same, and then the fallback address when the first gave no good answer. */
export async function callServiceOrFallback(
  wires: Wires,
  url: string,
  fallbackUrl: string | null,
  form: Readonly<Record<string, string>>,
): Promise<WebhookAnswer> {
  const answer = await callService(wires, url, form);
  if (wasTaken(answer) || fallbackUrl === null) return answer;
  const errorCode = answer.status === null ? '11205' : '11200';
  return callService(wires, fallbackUrl, { ...form, ErrorCode: errorCode, ErrorUrl: url });
}

/** Whether the service took it: any 2xx. */
export function wasTaken(answer: WebhookAnswer): boolean {
  return answer.status !== null && answer.status >= 200 && answer.status < 300;
}

function dialled(url: string, origin: string | null): string {
  if (origin === null) return url;
  const { pathname, search } = new URL(url);
  return new URL(pathname + search, origin).href;
}

function neverConnected(error: unknown): boolean {
  const code = (error as { readonly cause?: { readonly code?: unknown } } | null)?.cause?.code;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'UND_ERR_CONNECT_TIMEOUT';
}
