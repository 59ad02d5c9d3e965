/** 32-bit hashing in steps, so that a feature of several words is hashed without ever being spelt out. */
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5 | 0;

/** Goes on from `hash` by one number (FNV-1a over whole units instead of bytes). */
export function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** A text as 32 bits, the same wherever it is computed. */
export function hashText(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash, text.charCodeAt(at));
  return settle(hash);
}

/** Spreads what the last units said over all bits (the finisher of MurmurHash3). */
export function settle(hash: number): number {
  let spread = hash ^ (hash >>> 16);
  spread = Math.imul(spread, 0x85ebca6b);
  spread ^= spread >>> 13;
  spread = Math.imul(spread, 0xc2b2ae35);
  return spread ^ (spread >>> 16);
}
