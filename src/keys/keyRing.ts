import { z } from 'zod';

/** What a key may be used for; no key serves two purposes. */
const PURPOSES = ['seal', 'hash', 'sign'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The keys of each purpose; the first is active, the others still open what they once closed. */
export type KeyRing = Readonly<Record<Purpose, readonly [Key, ...Key[]]>>;

const KEY_BYTES = 32;

const entry = z
  .string()
  .regex(
    /^(seal|hash|sign):[a-z0-9]{1,16}:[A-Za-z0-9_-]{43}$/,
    'each key is written purpose:id:key, with 32 bytes in base64url, such as seal:a1:(43 characters)',
  )
  .transform((text) => {
    const [purpose, id, key] = text.split(':') as [Purpose, string, string];
    return { purpose, id, bytes: Buffer.from(key, 'base64url') };
  });

const ring = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(entry))
  .transform((keys, context) => {
    for (const purpose of PURPOSES) {
      const ids = keys.filter((key) => key.purpose === purpose).map((key) => key.id);
      if (ids.length === 0) context.addIssue({ code: 'custom', message: `there is no ${purpose} key` });
      if (new Set(ids).size < ids.length) {
        context.addIssue({ code: 'custom', message: `two ${purpose} keys have the same id` });
      }
    }
    if (new Set(keys.map((key) => key.bytes.toString('hex'))).size < keys.length) {
      context.addIssue({ code: 'custom', message: 'the same key stands in two places' });
    }
    return keys;
  });

/**
 * Reads a key ring from text: `purpose:id:key` parts between spaces, line ends or commas, the active key of each purpose
 * first. Throws a ZodError that names the fault and never shows a key.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = ring.parse(text);
  const of = (purpose: Purpose) =>
    keys.filter((key) => key.purpose === purpose).map(({ id, bytes }) => ({ id, bytes })) as [Key, ...Key[]];
  return { seal: of('seal'), hash: of('hash'), sign: of('sign') };
}

/** Text of a new ring with one key of each purpose. `random` gives the bytes. */
export function newKeyRingText(id: string, random: (count: number) => Buffer): string {
  return PURPOSES.map((purpose) => `${purpose}:${id}:${random(KEY_BYTES).toString('base64url')}`).join('\n');
}
