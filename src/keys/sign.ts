import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Key } from './keyRing';

export type Verified =
  | { readonly ok: true; readonly subject: string }
  | { readonly ok: false; readonly why: 'malformed' | 'unknown-key' | 'wrong-signature' | 'expired' };

/** What a token says: whom or what it speaks of, what it is good for, until when (milliseconds since 1970). */
export interface Claim {
  readonly subject: string;
  /** "web-link", "staff-link"...: a token of one use is worthless for another. */
  readonly use: string;
  readonly expiresAtMs: number;
}

const FORM = 't1';

/** A token over `claim`: `t1.<key id>.<subject>.<expiry>.<signature>`, safe in an address. */
export function signToken(keys: readonly [Key, ...Key[]], claim: Claim): string {
  const [active] = keys;
  const body = `${FORM}.${active.id}.${Buffer.from(claim.subject).toString('base64url')}.${claim.expiresAtMs.toString(36)}`;
  return `${body}.${signature(active, claim.use, body).toString('base64url')}`;
}

/** Checks signature before expiry, in constant time. A bad token is an expected refusal, so this never throws. */
export function verifyToken(keys: readonly Key[], token: string, use: string, nowMs: number): Verified {
  const match = /^(t1\.([a-z0-9]+)\.([A-Za-z0-9_-]*)\.([0-9a-z]+))\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (match === null) return { ok: false, why: 'malformed' };
  const [, body, id, subject, expires, signed] = match as unknown as [string, string, string, string, string, string];
  const key = keys.find((one) => one.id === id);
  if (key === undefined) return { ok: false, why: 'unknown-key' };
  if (!timingSafeEqual(signature(key, use, body), Buffer.from(signed, 'base64url'))) {
    return { ok: false, why: 'wrong-signature' };
  }
  if (parseInt(expires, 36) <= nowMs) return { ok: false, why: 'expired' };
  return { ok: true, subject: Buffer.from(subject, 'base64url').toString('utf8') };
}

function signature(key: Key, use: string, body: string): Buffer {
  return createHmac('sha256', key.bytes).update(`${use}\n${body}`).digest();
}
