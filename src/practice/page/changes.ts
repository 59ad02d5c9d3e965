import type { Response } from 'express';
import type { Network } from '../network/network';

/** Changes closer together than this are told once. */
const GATHER_MS = 40;
/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;

/** Tells an open page, for as long as it stays, that something has changed; what, it asks for itself. */
export function streamChanges(network: Network, response: Response): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let telling: NodeJS.Timeout | null = null;
  const tell = (): void => {
    telling = null;
    response.write(`event: changed\ndata: ${network.version}\n\n`);
  };
  const stop = network.onChange(() => (telling ??= setTimeout(tell, GATHER_MS)));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  tell();
  response.on('close', () => {
    stop();
    clearInterval(heartbeat);
    if (telling !== null) clearTimeout(telling);
  });
}
