import type { Request } from 'express';

const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * True when the request came from this very machine, asked for by a loopback name, through no proxy. The host is
 * looked at too, so that a page elsewhere cannot point its own name at this machine.
 */
export function isLoopback(req: Request): boolean {
  const host = (req.headers.host ?? '').replace(/:\d+$/, '');
  const proxied = req.headers['x-forwarded-for'] !== undefined || req.headers['forwarded'] !== undefined;
  return !proxied && LOOPBACK_ADDRESSES.has(req.socket.remoteAddress ?? '') && LOOPBACK_HOSTS.has(host);
}
