import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type CarrierResponse from 'twilio/lib/http/response';

/** What the carrier knows us by. */
export interface CarrierAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Another place that answers as Twilio does (the practice carrier); null = Twilio itself. */
  readonly apiUrl: string | null;
}

export type CarrierClient = ReturnType<typeof twilio>;

/** After this the outcome of a request counts as unknown, and delivery goes the way of "in doubt". */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * The carrier's client. Connections are not kept: a notice at three in the morning must not meet a socket that the
 * other side closed at two, for then nobody knows whether the text went.
 */
export function createCarrierClient(account: CarrierAccount): CarrierClient {
  const options = { keepAlive: false, timeout: REQUEST_TIMEOUT_MS };
  const httpClient = account.apiUrl === null ? new RequestClient(options) : redirected(account.apiUrl, options);
  return twilio(account.accountSid, account.authToken, { httpClient });
}

/**
 * Sends every request to another origin; path, form and authentication stay as Twilio's client made them. The class
 * stands in here because one that stood outside would load the library at every start.
 */
function redirected(origin: string, options: RequestClient.RequestClientOptions): RequestClient {
  class Redirected extends RequestClient {
    override request<Body>(asked: RequestClient.RequestOptions<Body>): Promise<CarrierResponse<Body>> {
      const { pathname, search } = new URL(asked.uri);
      return super.request<Body>({ ...asked, uri: new URL(pathname + search, origin).href });
    }
  }
  return new Redirected(options);
}
