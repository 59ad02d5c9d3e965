import type { Instant, YoungPersonId } from '../../../vocabulary';
import type { WebKeys } from '../ports';

/**
 * - `web-session`: in the HttpOnly cookie.
 * - `web-conversation`: what a Direct Line client sends as its bearer.
 * - `web-stream`: in the address of one WebSocket, because browsers can put it nowhere else; a minute at most.
 */
export type TokenUse = 'web-session' | 'web-conversation' | 'web-stream';

/**
 * Who a token speaks for. The young person is sealed inside, so that words can be received from it even while the
 * record, and with it the session, cannot be read.
 */
export interface Claims {
  readonly session: string;
  readonly youngPerson: YoungPersonId;
}

/** A signed token good for one use until `expiresAt`. */
export function issueToken(keys: WebKeys, use: TokenUse, claims: Claims, expiresAt: Instant): string {
  const sealed = keys.seal(claims.youngPerson, place(claims.session));
  return keys.sign({ subject: `${claims.session}/${sealed}`, use, expiresAtMs: Date.parse(expiresAt) });
}

/** What a token says; null when it is forged, for another use, or over. */
export function readToken(keys: WebKeys, use: TokenUse, token: string, now: Instant): Claims | null {
  const verified = keys.verify(token, use, Date.parse(now));
  if (!verified.ok) return null;
  const [session = '', sealed = ''] = verified.subject.split('/');
  return { session, youngPerson: keys.open(sealed, place(session)) };
}

function place(session: string): string {
  return `web-token:${session}`;
}
