import type { RequestHandler } from 'express';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Turns away a browser that was led here under another name: practice has no sign-in, and a page from elsewhere whose
 * name suddenly points at this machine could otherwise read the sign-in links.
 */
export function onlyFromHere(host: string): RequestHandler {
  return (request, response, next) => {
    const named = (request.get('Host') ?? '').replace(/:\d+$/, '');
    if (!LOOPBACK.has(host) || LOOPBACK.has(named)) return next();
    response.sendStatus(421);
  };
}
