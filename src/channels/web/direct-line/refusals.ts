import type { ErrorRequestHandler, Response } from 'express';

/**
 * Every refusal of the Direct Line addresses, as it goes over the wire. Official clients act on the status: 403 ends
 * the conversation, 429 and 503 are tried again.
 */
const REFUSALS = {
  'no-session': [401, 'Unauthorized', 'Open your link first.'],
  'bad-token': [403, 'TokenExpired', 'This token is over, or it is for something else. Ask for a new one.'],
  closed: [403, 'Closed', 'This session has ended.'],
  'check-word': [403, 'CheckWord', 'The check word is needed first.'],
  cleared: [403, 'Cleared', 'Nothing was done for fifteen minutes, so nothing is shown.'],
  'bad-request': [400, 'BadArgument', 'This is not an activity with a type and, in a message, words.'],
  'too-long': [413, 'MessageSizeTooBig', 'That is too long to send at once. Send it in smaller parts.'],
  'too-often': [429, 'TooManyRequests', 'Wait a minute, then send it again.'],
  away: [503, 'ServiceUnavailable', 'Nothing can be read right now. Try again.'],
  failed: [503, 'NotKept', 'It could not be kept. Send it again.'],
} as const satisfies Record<string, readonly [status: number, code: string, message: string]>;

export type Refusal = keyof typeof REFUSALS;

/** Answers a request that is not done, in the protocol's own shape. */
export function refuse(response: Response, why: Refusal): void {
  const [status, code, message] = REFUSALS[why];
  response.status(status).json({ error: { code, message } });
}

/**
 * A body that is no JSON, in no known letters, or too big to be one message. Anything else is ours: it goes on as a
 * fault.
 */
export const refuseUnreadableBody: ErrorRequestHandler = (error, _request, response, next) => {
  const { type, status } = error as { readonly type?: string; readonly status?: number };
  if (type === 'entity.too.large') return refuse(response, 'too-long');
  const isTheirs = type !== undefined && status !== undefined && status < 500;
  return isTheirs ? refuse(response, 'bad-request') : next(error);
};
