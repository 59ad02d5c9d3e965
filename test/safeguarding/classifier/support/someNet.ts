import { DIMENSIONS, sizesOf, type NetWeights } from '../../../../src/safeguarding/classifier/net';
import type { Senses } from '../../../../src/safeguarding/classifier/senses';
import { randomFrom } from '../../../../src/tools/train/teaching/random';

/** A net of five words, three concepts and so many heads, its numbers by chance. */
export function someNet(heads: number): NetWeights {
  const next = randomFrom(7);
  const table = (length: number, most: number): Float32Array =>
    Float32Array.from({ length }, () => (next() * 2 - 1) * most);
  const numbered = (names: string): Map<string, number> => new Map([...names].map((name, number) => [name, number]));
  const sizes = sizesOf(5, 3, heads);
  const vectors = table(sizes.vectors, 0.5);
  // The unknown word means nothing.
  vectors.fill(0, 0, DIMENSIONS);
  return {
    words: numbered('abcde'),
    concepts: numbered('xyz'),
    vectors,
    conceptVectors: table(sizes.conceptVectors, 0.5),
    filters: table(sizes.filters, 0.3),
    bias: table(sizes.bias, 0.2),
    outputs: table(sizes.outputs, 0.1),
    outputBias: table(sizes.outputBias, 0.1),
    joints: table(sizes.joints, 0.1),
    jointBias: table(sizes.jointBias, 0.1),
    jointOutputs: table(sizes.jointOutputs, 0.1),
  };
}

export const nothing: Senses = { words: [], concepts: [] };
export const oneWord: Senses = { words: [4], concepts: [[]] };
export const fewWords: Senses = { words: [1, 3, 2], concepts: [[], [2], [1]] };
export const manyWords: Senses = { words: [1, 2, 0, 3, 2], concepts: [[], [0, 2], [1], [], [0]] };
