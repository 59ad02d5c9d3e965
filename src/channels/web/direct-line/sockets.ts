import type { IncomingMessage as HttpRequest, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { SECOND_MS } from '../../../vocabulary';
import type { WebDoor } from '../ports';
import { readToken } from '../session/tokens';
import { openStream, type Stream } from './stream';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
/** Finds dead connections, pages gone quiet, and news whose fan-out was lost. */
const HEARTBEAT_MS = 10 * SECOND_MS;
/** "Service restart": clients come back by themselves. */
const RESTARTING = 1012;

/**
 * Serves the streams of web chat on this server's upgrades, leaving all others alone. The returned function closes
 * every stream and resolves when the last one is gone.
 */
export function attachSockets(door: WebDoor, server: Server): () => Promise<void> {
  // Clients of a stream only listen: what they say comes by POST, which answers once it is kept.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const streams = new Map<WebSocket, Stream>();

  const onUpgrade = (request: HttpRequest, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', door.publicUrl);
    const conversation = STREAM_PATH.exec(url.pathname)?.[1];
    if (conversation === undefined) return;
    const claims = readToken(door.keys, 'web-stream', url.searchParams.get('t') ?? '', door.clock.now());
    if (claims === null || claims.session !== conversation) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const stream = openStream(door, opened, claims, url.searchParams.get('watermark'));
      streams.set(opened, stream);
      opened.on('close', () => streams.delete(opened));
    });
  };
  server.on('upgrade', onUpgrade);

  const stopListening = door.listenForNews('all', (line) => {
    for (const stream of streams.values()) if (stream.concerns(line)) stream.send();
  });
  const heartbeat = setInterval(() => {
    for (const stream of streams.values()) stream.beat();
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return async () => {
    server.off('upgrade', onUpgrade);
    stopListening();
    clearInterval(heartbeat);
    for (const opened of streams.keys()) opened.close(RESTARTING);
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
    const gone = [...streams.keys()].map((opened) => new Promise((resolve) => opened.once('close', resolve)));
    await Promise.all(gone);
  };
}
