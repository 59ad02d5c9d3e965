import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../acts/ports';
import { later, SECOND_MS, type Instant, type Milliseconds } from '../../../vocabulary';
import type { Taken } from '../kill/ended';

/** Something the carrier tells the service of what it took. Told once: one that nobody answers is lost, as in life. */
export interface Receipt {
  readonly at: Instant;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The carrier's end of the wire. It outlives whoever is killed. */
export interface OutsideCarrier {
  readonly url: string;
  taken(): readonly Taken[];
  /** When the next receipt goes out; null when none will. */
  nextAt(): Instant | null;
  /** Those that go out by `now`, in order; given once. */
  receiptsBy(now: Instant): readonly Receipt[];
  /** Receipts that are on their way now do not arrive: what the service was not told it must ask for. */
  loseReceipts(): void;
  /** What was taken until now was not asked about. */
  forget(): void;
  close(): Promise<void>;
}

const TEXT_BECOMES: readonly (readonly [string, Milliseconds])[] = [
  ['sent', SECOND_MS],
  ['delivered', 3 * SECOND_MS],
];
/** Nobody picks up. */
const CALL_BECOMES: readonly (readonly [string, Milliseconds])[] = [['no-answer', 30 * SECOND_MS]];

/** Takes every text and call, and knows when it is asked which texts it took. Its time is the service's. */
export async function startOutsideCarrier(clock: Clock): Promise<OutsideCarrier> {
  let taken: (Taken & { readonly sid: string })[] = [];
  let receipts: Receipt[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const json = (status: number, what: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(what));
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://carrier.invalid');
    if (request.method === 'GET') return void json(200, list(searchParams.get('To')));
    const sid = take(pathname.includes('/Calls'), new URLSearchParams(body));
    json(201, { sid, status: 'queued' });
  }

  function take(isCall: boolean, form: URLSearchParams): string {
    const sid = `${isCall ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`;
    const { pathname: path } = new URL(form.get('StatusCallback') ?? '');
    const at = clock.now();
    const delivery = decodeURIComponent(path.split('/').at(-1) ?? '');
    taken.push({ delivery, to: form.get('To') ?? '', text: form.get('Body') ?? '', at, sid });
    for (const [status, afterMs] of isCall ? CALL_BECOMES : TEXT_BECOMES) {
      const fields: Record<string, string> = isCall
        ? { CallSid: sid, CallStatus: status }
        : { MessageSid: sid, MessageStatus: status };
      receipts.push({ at: later(at, afterMs), path, fields });
    }
    return sid;
  }

  function list(to: string | null) {
    const found = taken.filter((one) => one.sid.startsWith('SM') && one.to === to);
    const messages = found.map((one) => ({ sid: one.sid, body: one.text, to, date_created: apiDate(one.at) }));
    return { messages, page: 0, page_size: 50, next_page_uri: null, uri: '' };
  }

  function loseReceipts(): void {
    receipts = [];
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => taken,
    nextAt: () => receipts.map(({ at }) => at).sort()[0] ?? null,
    receiptsBy(now) {
      const due = receipts.filter(({ at }) => at <= now).sort((a, b) => a.at.localeCompare(b.at));
      receipts = receipts.filter(({ at }) => at > now);
      return due;
    },
    loseReceipts,
    forget() {
      taken = [];
      loseReceipts();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** RFC 2822, whole seconds, as the 2010 API writes its dates. */
function apiDate(at: Instant): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
