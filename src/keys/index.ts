import { randomBytes } from 'node:crypto';

import { hashPhone } from './keyedHash';
import { newKeyRingText, parseKeyRing, type KeyRing } from './keyRing';
import { isStale, open, seal } from './seal';
import { signToken, verifyToken, type Claim, type Verified } from './sign';

export { hashWords, newSalt } from './keyedHash';
export { CannotOpen } from './seal';
export type { Claim, Verified } from './sign';

/** What the rest of the house may do with keys. The keys themselves stay inside. */
export interface Keys {
  /** Seals text to its place ("messages.text:<row id>"). */
  seal(plain: string, place: string): string;
  /** Throws `CannotOpen` when it was changed, moved, or its key is gone. */
  open(sealed: string, place: string): string;
  /** Sealed by an older key: seal it again when its row is next written. */
  isStale(sealed: string): boolean;
  /** The hash a phone number is stored under. */
  hashPhone(e164: string): string;
  /** Every hash the number may be stored under, the active key's first: what a lookup asks for. */
  phoneHashes(e164: string): readonly string[];
  sign(claim: Claim): string;
  verify(token: string, use: string, nowMs: number): Verified;
}

/** The keys of a ring's text (`KEYS`). Throws a ZodError that names the fault and shows no key. */
export function openKeys(ringText: string): Keys {
  const ring: KeyRing = parseKeyRing(ringText);
  return {
    seal: (plain, place) => seal(ring.seal, plain, place),
    open: (sealed, place) => open(ring.seal, sealed, place),
    isStale: (sealed) => isStale(ring.seal, sealed),
    hashPhone: (e164) => hashPhone(ring.hash[0], e164),
    phoneHashes: (e164) => ring.hash.map((key) => hashPhone(key, e164)),
    sign: (claim) => signToken(ring.sign, claim),
    verify: (token, use, nowMs) => verifyToken(ring.sign, token, use, nowMs),
  };
}

/** A new ring's text, to be put in `KEYS` or a file only the service may read. */
export function newKeys(id: string): string {
  return newKeyRingText(id, randomBytes);
}
