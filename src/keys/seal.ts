import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { HouseError } from '../errors';
import type { Key } from './keyRing';

const CIPHER = 'aes-256-gcm';
const FORM = 's1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The value was changed, belongs to another row, or its key is not on the ring. Which of these is in `code`. */
export class CannotOpen extends HouseError {}

/**
 * Seals text with the active key: `s1.<key id>.<nonce, tag and cipher in base64url>`. `place` names the row and column
 * it belongs to and is bound in: a sealed value copied to another row does not open there.
 */
export function seal(keys: readonly [Key, ...Key[]], plain: string, place: string): string {
  const [active] = keys;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, active.bytes, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${FORM}.${active.id}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Opens what `seal` made, by whichever key of the ring made it. Throws `CannotOpen`. */
export function open(keys: readonly Key[], sealed: string, place: string): string {
  const [form, id, body, ...rest] = sealed.split('.');
  if (form !== FORM || id === undefined || body === undefined || rest.length > 0) {
    throw new CannotOpen('sealed-malformed', 'A sealed value does not have the form of one.');
  }
  const key = keys.find((one) => one.id === id);
  if (key === undefined) {
    throw new CannotOpen(
      'sealed-key-missing',
      `A sealed value needs the seal key "${id}": put it back on the key ring.`,
    );
  }
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    // Throws unless the tag is right; gives nothing more.
    decipher.final();
    return plain.toString('utf8');
  } catch (cause) {
    const orKey = `or "${id}" on the key ring is not the key of that name that sealed it`;
    const says = `A sealed value was changed, stands where it does not belong, ${orKey}.`;
    throw new CannotOpen('sealed-changed', says, { cause });
  }
}

/** True when another key than the active one sealed it: whoever writes the row next seals it anew. */
export function isStale(keys: readonly [Key, ...Key[]], sealed: string): boolean {
  return sealed.split('.')[1] !== keys[0].id;
}
