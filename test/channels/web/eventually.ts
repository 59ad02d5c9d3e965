import { isDeepStrictEqual } from 'node:util';

const LOOK_EVERY_MS = 50;

/** Waits until `read` gives what is expected; after `withinMs` fails, showing what it gave last. */
export async function eventually<T>(read: () => T | Promise<T>, expected: T, withinMs = 60_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected)) return;
    if (Date.now() > deadline) {
      expect(found).toEqual(expected);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
