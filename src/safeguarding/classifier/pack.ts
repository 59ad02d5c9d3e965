import { z } from 'zod';

/** A gap is written in digits of this base, the last one without it added. */
const MORE = 128;

/**
 * Numbers as signed bytes, base64, each worth `step`. Letters are not checked one by one: unpacking counts, and the
 * version is their hash.
 */
export const PackedBytes = z.strictObject({ step: z.number().positive(), bytes: z.string() });
export type PackedBytes = z.infer<typeof PackedBytes>;

/** Numbers as bytes, to the nearest of 255 steps. */
export function packBytes(numbers: Float32Array | Float64Array): PackedBytes {
  const step = stepFor(numbers);
  const bytes = Int8Array.from(numbers, (number) => Math.round(number / step));
  return { step, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

/** What one step is worth, so that the largest number is 127 of them. */
function stepFor(numbers: Iterable<number>): number {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, Math.abs(number));
  return largest === 0 ? 1 : largest / 127;
}

/** As `packBytes`, for a table that is mostly empty: before each byte that is not zero, how many buckets it lies on. */
export function packSparse(numbers: Float64Array): PackedBytes {
  const places: number[] = [];
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at] !== 0) places.push(at);
  const step = stepFor(places.map((at) => numbers[at] as number));
  const packed: number[] = [];
  let last = -1;
  for (const at of places) {
    const byte = Math.round((numbers[at] as number) / step);
    if (byte === 0) continue;
    let gap = at - last;
    for (; gap >= MORE; gap = Math.floor(gap / MORE)) packed.push((gap % MORE) + MORE);
    packed.push(gap, byte);
    last = at;
  }
  return { step, bytes: Buffer.from(packed).toString('base64') };
}

/**
 * Every byte that is not zero of what `packSparse` made of a table of `length` numbers, with its place.
 *
 * @throws Error when a byte would lie outside a table so wide.
 */
export function eachSparse(base64: string, length: number, take: (at: number, byte: number) => void): void {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, 'base64');
  const packed = new Int8Array(buffer, byteOffset, byteLength);
  let at = -1;
  for (let next = 0; next < packed.length; next += 1) {
    let worth = 1;
    for (; (packed[next] as number) < 0; next += 1, worth *= MORE) at += ((packed[next] as number) + MORE) * worth;
    at += (packed[next] as number) * worth;
    next += 1;
    if (at >= length || next >= packed.length) throw new Error(`a table of ${length} numbers holds more than that`);
    take(at, packed[next] as number);
  }
}

/** What `packBytes` made of `length` numbers. @throws Error when it was another number of them. */
export function unpackBytes({ step, bytes }: PackedBytes, length: number): Float32Array {
  const signed = new Int8Array(Buffer.from(bytes, 'base64'));
  if (signed.length !== length) throw new Error(`a table has ${signed.length} numbers instead of ${length}`);
  const numbers = new Float32Array(length);
  for (let at = 0; at < length; at += 1) numbers[at] = (signed[at] as number) * step;
  return numbers;
}

/** Numbers as they are, base64. */
export function packFloats(numbers: Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** What `packFloats` made of `length` numbers. @throws Error when it was another number of them. */
export function unpackFloats(base64: string, length: number): Float32Array {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (bytes.length !== length * 4) throw new Error(`a table has ${bytes.length / 4} numbers instead of ${length}`);
  return new Float32Array(bytes.buffer);
}
