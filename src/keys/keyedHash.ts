import { createHmac, randomBytes } from 'node:crypto';

import type { Key } from './keyRing';

const E164 = /^\+[1-9]\d{6,14}$/;
const SALT_BYTES = 16;

/**
 * Hash of a phone number under one key: `<key id>.<hash>`. Numbers are few, so the key is what keeps them from being
 * guessed back. Throws on anything but E.164, because two spellings of a number would be two people.
 */
export function hashPhone(key: Key, e164: string): string {
  if (!E164.test(e164)) throw new TypeError('A phone number must be E.164 before it is hashed.');
  return `${key.id}.${createHmac('sha256', key.bytes).update(e164).digest('base64url')}`;
}

/** A fresh salt for the words of one row; it is shredded with them. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}

/**
 * Hash of words under their row's own salt. No ring key takes part: rotating keys does not break what the chain holds,
 * and once salt and words are shredded nothing can be tried against it.
 */
export function hashWords(salt: string, words: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url')).update(words, 'utf8').digest('base64url');
}
