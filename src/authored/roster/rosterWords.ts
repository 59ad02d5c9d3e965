import { z } from 'zod';

/** Unquoted, YAML reads a number and drops its first 0: shorter than this it has lost its country. */
const DIGITS_WITH_COUNTRY = 11;

/** E.164. Spaces, brackets and 00 for + may stand in it; unquoted with its country, a number is taken all the same. */
export const phone = z
  .union([z.string(), z.number()])
  .transform((written) => (typeof written === 'number' ? ofNumber(written) : withoutMarks(written)))
  .pipe(
    z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'a phone is written with its country, like +447700900123')
      .regex(/^(?!\+440)/, 'after +44 the 0 is left out: write +447700900123'),
  );

function ofNumber(written: number): string {
  const digits = String(written);
  return digits.length < DIGITS_WITH_COUNTRY ? digits : `+${digits}`;
}

function withoutMarks(written: string): string {
  return written.replace(/[\s().-]/g, '').replace(/^00/, '+');
}

/** One thing or a list of them; nothing written is none. */
export function listOf<T extends z.ZodType>(one: T) {
  return z.preprocess((written) => (written == null ? [] : Array.isArray(written) ? written : [written]), z.array(one));
}

/** true and false, as people also write them. */
export const yesOrNo = z.preprocess((written) => {
  const word = typeof written === 'string' ? written.toLowerCase() : written;
  return word === 'yes' ? true : word === 'no' ? false : written;
}, z.boolean());

/** Words for people to read; fields, like {name, phone}, are read one after the other. */
export const words = z.union(
  [z.string(), z.record(z.string(), z.string()).transform((fields) => Object.values(fields).join(', '))],
  {
    error:
      'write words, or fields of words like {name: Tom Ashby, phone: "01632 960150"}, with numbers in quotes: ' +
      'without them the first 0 is lost',
  },
);
