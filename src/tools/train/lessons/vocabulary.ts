import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DIMENSIONS } from '../../../safeguarding/classifier/net';
import { PackedBytes, unpackBytes } from '../../../safeguarding/classifier/pack';
import { STAFF_WORD, type Known } from '../../../safeguarding/classifier/senses';

/** Words met less often than this stay unknown: one message teaches nothing about a word. */
const FEWEST_MEETINGS = 2;

const VectorsFile = z.strictObject({ what: z.string(), words: z.string(), ...PackedBytes.shape });

/** What the net knows by number before it learns, and the vector each word starts from. */
export interface Vocabulary extends Known {
  readonly vectors: Float32Array;
}

/** Words with a vector of their own from elsewhere, in the order of their numbers. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectors: Float32Array;
}

/** @throws Error when the file is not as it should be. */
export function readWordVectors(file: string): WordVectors {
  const { words: joined, step, bytes } = VectorsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const words = joined.split(' ');
  return { words, vectors: unpackBytes({ step, bytes }, words.length * DIMENSIONS) };
}

/** Those words, and after them all that are met often enough; the first number stands for every other word. */
export function vocabularyOf(
  { words, vectors }: WordVectors,
  met: Iterable<string>,
  concepts: readonly string[],
): Vocabulary {
  const numbers = new Map<string, number>();
  const all = new Float32Array((words.length + 2) * DIMENSIONS);
  ['', STAFF_WORD, ...words].forEach((word, number) => numbers.set(word, number));
  all.set(vectors, 2 * DIMENSIONS);
  const meetings = new Map<string, number>();
  for (const word of met) meetings.set(word, (meetings.get(word) ?? 0) + 1);
  for (const [word, count] of meetings) {
    if (count >= FEWEST_MEETINGS && !numbers.has(word)) numbers.set(word, numbers.size);
  }
  const grown = new Float32Array(numbers.size * DIMENSIONS);
  grown.set(all);
  return { words: numbers, concepts: new Map(concepts.map((name, number) => [name, number])), vectors: grown };
}
