import { z } from 'zod';

/** Numbers as signed bytes, base64, each worth `step`. Letters are not checked one by one: unpacking counts, and the version is their hash. */
export const PackedBytes = z.strictObject({ step: z.number().positive(), bytes: z.string() });
export type PackedBytes = z.infer<typeof PackedBytes>;

export function packBytes(numbers: Float32Array | Float64Array): PackedBytes {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, Math.abs(number));
  const step = largest === 0 ? 1 : largest / 127;
  const bytes = Int8Array.from(numbers, (number) => Math.round(number / step));
  return { step, bytes: Buffer.from(bytes.buffer).toString('base64') };
}

export function unpackBytes({ step, bytes }: PackedBytes, length: number): Float32Array {
  const signed = new Int8Array(Buffer.from(bytes, 'base64'));
  if (signed.length !== length) throw new Error(`a table has ${signed.length} numbers instead of ${length}`);
  const numbers = new Float32Array(length);
  for (let at = 0; at < length; at += 1) numbers[at] = (signed[at] as number) * step;
  return numbers;
}

export function packFloats(numbers: Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

export function unpackFloats(base64: string, length: number): Float32Array {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (bytes.length !== length * 4) throw new Error(`a table has ${bytes.length / 4} numbers instead of ${length}`);
  return new Float32Array(bytes.buffer);
}
