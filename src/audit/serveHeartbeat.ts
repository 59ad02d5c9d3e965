import { createServer, type Server } from 'node:http';

/** `GET /heartbeat`: 200 while the auditor found all well a moment ago, else 503. Nothing else is served. */
export function serveHeartbeat(auditor: { isWell(): boolean }): Server {
  return createServer((request, response) => {
    const asked = request.method === 'GET' && request.url === '/heartbeat';
    const status = !asked ? 404 : auditor.isWell() ? 200 : 503;
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(asked ? (status === 200 ? 'all is well\n' : 'not known to be well\n') : '');
  });
}
