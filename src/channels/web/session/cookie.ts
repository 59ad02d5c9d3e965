import type { Request, Response } from 'express';
import { DAY_MS, later } from '../../../vocabulary';
import type { WebDoor, WebSession } from '../ports';
import { issueToken, readToken, type Claims } from './tokens';

/** From one weekly check-in to the next, with a month of missed ones between. */
const SESSION_FOR_MS = 35 * DAY_MS;

/** A name that says nothing. With `__Host-` no other site under the same domain can set it. */
function cookieName(door: WebDoor): string {
  return isSecure(door) ? '__Host-s' : 's';
}

/** Makes this browser the one that holds the session. */
export function setSessionCookie(door: WebDoor, response: Response, session: WebSession): void {
  const claims = { session: session.id, youngPerson: session.youngPerson };
  const token = issueToken(door.keys, 'web-session', claims, later(door.clock.now(), SESSION_FOR_MS));
  response.cookie(cookieName(door), token, { ...attributes(door), maxAge: SESSION_FOR_MS });
}

/** Takes the session out of this browser. */
export function clearSessionCookie(door: WebDoor, response: Response): void {
  response.clearCookie(cookieName(door), attributes(door));
}

/** Whose session the cookie says this is; null without a good one. */
export function readSessionCookie(door: WebDoor, request: Request): Claims | null {
  const wanted = `${cookieName(door)}=`;
  const cookies = (request.get('cookie') ?? '').split(/; */);
  const found = cookies.find((cookie) => cookie.startsWith(wanted));
  if (found === undefined) return null;
  return readToken(door.keys, 'web-session', decodeURIComponent(found.slice(wanted.length)), door.clock.now());
}

/** Lax, not Strict: a link opened from a web mail must arrive with its fresh cookie at the neutral address. */
function attributes(door: WebDoor) {
  return { httpOnly: true, secure: isSecure(door), sameSite: 'lax', path: '/' } as const;
}

function isSecure(door: WebDoor): boolean {
  return door.publicUrl.startsWith('https:');
}
