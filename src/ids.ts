import { createHash, randomBytes } from 'node:crypto';

import type { Instant } from './vocabulary';

interface Clock {
  now(): Instant;
}

/** Gives `count` bytes. The only difference between real and seeded ids. */
type RandomBytes = (count: number) => Uint8Array;

/** Letters and digits nobody mistakes for one another; no vowels, so no words. */
const CODE_LETTERS = 'CDFHJKMNPRTVWXY';
const CODE_DIGITS = '3479';
const CODE_LENGTH = 3;

/** 12 bits of counter: 4,096 ids in one millisecond before the timestamp runs ahead of the clock by one. */
const COUNTER_LIMIT = 0x1000;

/**
 * Makes ids and codes.
 *
 * `next` is a UUIDv7 (RFC 9562): milliseconds of the clock, then a counter that only grows, then random bits, so that
 * ids sort in the order they were made, even within one millisecond and when the machine's clock steps back.
 *
 * `code` is three characters with at least one digit, so that no word somebody texts is ever read as a code.
 */
export function makeIds(clock: Clock, random: RandomBytes = randomBytes): { next(): string; code(): string } {
  let lastMs = 0;
  let counter = 0;

  function moment(): { ms: number; counter: number } {
    const nowMs = Date.parse(clock.now());
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = 0;
    } else {
      counter += 1;
      if (counter === COUNTER_LIMIT) {
        lastMs += 1;
        counter = 0;
      }
    }
    return { ms: lastMs, counter };
  }

  function next(): string {
    const at = moment();
    const tail = Buffer.from(random(8));
    tail[0] = (tail[0]! & 0x3f) | 0x80;
    const hex = [at.ms.toString(16).padStart(12, '0'), (0x7000 | at.counter).toString(16), tail.toString('hex')].join(
      '',
    );
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  function code(): string {
    const alphabet = CODE_LETTERS + CODE_DIGITS;
    for (;;) {
      const picked = Array.from({ length: CODE_LENGTH }, () => pick(alphabet, random)).join('');
      if (/\d/.test(picked)) return picked;
    }
  }

  return { next, code };
}

/** The same ids and codes for the same seed and clock: rehearsal and tests. */
export function seededIds(seed: string, clock: Clock): { next(): string; code(): string } {
  return makeIds(clock, seededBytes(seed));
}

/** Every letter equally likely: bytes past the last whole multiple of the alphabet are thrown again. */
function pick(alphabet: string, random: RandomBytes): string {
  const fair = 256 - (256 % alphabet.length);
  for (;;) {
    const byte = random(1)[0]!;
    if (byte < fair) return alphabet[byte % alphabet.length]!;
  }
}

function seededBytes(seed: string): RandomBytes {
  let block = 0;
  let pool = Buffer.alloc(0);
  return (count) => {
    while (pool.length < count) {
      const more = createHash('sha256').update(`${seed}:${block}`).digest();
      block += 1;
      pool = Buffer.concat([pool, more]);
    }
    const taken = pool.subarray(0, count);
    pool = pool.subarray(count);
    return taken;
  };
}
