import type { Response } from 'express';

/** Twilio's refusals, in its own numbers. https://www.twilio.com/docs/api/errors */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export const REFUSALS = {
  notAuthenticated: { status: 401, code: 20003, message: 'Authenticate' },
  notFound: { status: 404, code: 20404, message: 'The requested resource was not found' },
  tooMany: { status: 429, code: 20429, message: 'Too Many Requests' },
  unavailable: { status: 503, code: 20503, message: 'Service unavailable' },
  badParameter: { status: 400, code: 20001, message: 'Invalid parameter' },
  noTo: { status: 400, code: 21604, message: "A 'To' phone number is required." },
  noFrom: { status: 400, code: 21603, message: "A 'From' phone number is required." },
  noBody: { status: 400, code: 21602, message: 'Message body is required.' },
  badTo: { status: 400, code: 21211, message: "The 'To' number is not a valid phone number." },
  notOurNumber: { status: 400, code: 21606, message: "The 'From' number is not a valid, SMS-capable number of yours." },
  toOurselves: { status: 400, code: 21266, message: "'To' and 'From' number cannot be the same" },
  badStatusCallback: { status: 400, code: 21609, message: "The 'StatusCallback' URL is not a valid URL." },
  optedOut: { status: 400, code: 21610, message: 'Attempt to send to unsubscribed recipient' },
  tooLong: { status: 400, code: 21617, message: 'The concatenated message body exceeds the 1600 character limit' },
  callToMissing: { status: 400, code: 21201, message: "No 'To' number is specified" },
  callFromNotOurs: { status: 400, code: 21210, message: 'The source phone number provided is not yet verified.' },
  callUrlMissing: { status: 400, code: 21205, message: 'Url is not a valid URL' },
} as const satisfies Record<string, Refusal>;

/** Refuses as Twilio's REST interface does. */
export function refuse(response: Response, { status, code, message }: Refusal): void {
  response.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}
