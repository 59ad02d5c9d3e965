import { Paths, ROOT } from '../paths';
import type { Senses } from './senses';

/** The tables a saying is made of, in rows of that many numbers. */
interface Tables {
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  readonly filters: Float32Array;
}

/** Words under their concepts that are remembered; ten long chats have fewer. */
const MOST_REMEMBERED = 4_096;

/**
 * What each word of a text says to the filters: what it means, and what every concept over it means, added up in their
 * order. A word mostly comes again under the same concepts, so the sum is remembered: as a path that begins with the
 * word and goes on concept by concept.
 */
export function createSayings({ vectors, conceptVectors, filters }: Tables, dimensions: number) {
  const filterRows = filters.length / dimensions;
  const saidByWord: (Float32Array | undefined)[] = [];
  const saidByConcept: (Float32Array | undefined)[] = [];
  const silence = new Float32Array(filterRows);
  let paths = new Paths(1 << 14);
  let sums: (Float32Array | undefined)[] = [];
  let remembered = 0;

  function multiply(table: Float32Array, number: number): Float32Array {
    const said = new Float32Array(filterRows);
    for (let row = 0; row < filterRows; row += 1) {
      let sum = 0;
      for (let d = 0; d < dimensions; d += 1)
        sum += (table[number * dimensions + d] as number) * (filters[row * dimensions + d] as number);
      said[row] = sum;
    }
    return said;
  }

  function addUp(word: number, concepts: readonly number[]): Float32Array {
    const sum = (saidByWord[word] ??= multiply(vectors, word));
    if (concepts.length === 0) return sum;
    const into = sum.slice();
    for (const concept of concepts) {
      const said = (saidByConcept[concept] ??= multiply(conceptVectors, concept));
      for (let row = 0; row < filterRows; row += 1) into[row] = (into[row] as number) + (said[row] as number);
    }
    return into;
  }

  function pathOf(word: number, concepts: readonly number[]): number {
    let path = paths.grow(ROOT, word);
    for (const concept of concepts) path = paths.grow(path, concept);
    return path;
  }

  /** All at once: what is common comes again soon. */
  function forget(): void {
    paths = new Paths(1 << 14);
    sums = [];
    remembered = 0;
  }

  /** Good for reading only; behind the last word is silence. */
  return ({ words, concepts }: Senses, at: number): Float32Array => {
    const word = words[at];
    if (word === undefined) return silence;
    const over = concepts[at] as readonly number[];
    const known = sums[pathOf(word, over)];
    if (known !== undefined) return known;
    if (remembered === MOST_REMEMBERED) forget();
    remembered += 1;
    return (sums[pathOf(word, over)] = addUp(word, over));
  };
}
