import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { AddressInfo } from 'node:net';

/** A text or call the stand-in took, and when. */
export interface Accepted {
  readonly to: string;
  /** Our own row, from the status address. */
  readonly delivery: string;
  readonly atMs: number;
}

export interface StandIn {
  readonly url: string;
  /** Called for each thing taken, after it was answered for. */
  onAccepted: (accepted: Accepted) => void;
  close(): Promise<void>;
}

/** A carrier that takes everything at once and does nothing else: what is measured is the service, not its other end. */
export async function startStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onAccepted: () => {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body);
    // Not counted from one: parts measured on the same database would share ids, as no carrier's texts do.
    const sid = `${request.url?.includes('Calls') ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`;
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ sid, status: 'queued' }));
    const delivery = (form.get('StatusCallback') ?? '').split('/').at(-1) ?? '';
    standIn.onAccepted({ to: form.get('To') ?? '', delivery, atMs: performance.now() });
  }
  return standIn;
}
