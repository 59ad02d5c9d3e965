import type { RequestHandler } from 'express';
import type { WebDoor } from './ports';

/**
 * What every answer of web chat carries: nothing is kept by the browser, nothing is told to the next site, nothing
 * runs that we did not send as a file. `form-action` names the exit site because browsers hold a form's redirects to
 * it too.
 */
export function privateHeaders(door: Pick<WebDoor, 'publicUrl' | 'exitUrl'>): RequestHandler {
  const here = new URL(door.publicUrl);
  const sockets = `${here.protocol === 'https:' ? 'wss' : 'ws'}://${here.host}`;
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src data:`,
    // 'self' means the socket too, but not yet in every older phone's browser.
    `connect-src 'self' ${sockets}`,
    `form-action 'self' ${new URL(door.exitUrl).origin}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    });
    if (here.protocol === 'https:') response.set('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}
