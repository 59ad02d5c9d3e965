/**
 * Plain data as the bytes of JSON, a byte a character. The build keeps so what consists of many small objects and words:
 * V8 reads it in an eighth of the time it takes to deserialise them, and twice as fast as text of two bytes a character.
 */
export function asText(value: unknown): Uint8Array {
  const inOneByte = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Buffer.from(JSON.stringify(value).replace(/[^\0-\x7f]/g, inOneByte), 'latin1');
}

/** What `asText` was given; what was undefined there is left out. */
export function fromText({ buffer, byteOffset, byteLength }: Uint8Array): unknown {
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'));
}
