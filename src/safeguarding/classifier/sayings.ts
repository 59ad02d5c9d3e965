import { Paths, ROOT } from '../patterns/paths';
import type { Said } from './memory';
import type { Senses } from './senses';

/** The tables a saying is made of, in rows of that many numbers. */
interface Tables {
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  readonly filters: Float32Array;
  /** What every word says, whatever it means: a number a row. */
  readonly bias: Float32Array;
}

/** Words under their concepts that are remembered; ten long chats have fewer. */
const MOST_REMEMBERED = 4_096;

/**
 * What each word of a text says to the cells: what it means, and what every concept over it means, added up in their
 * order. A word mostly comes again under the same concepts, so the sum is remembered: as a path that begins with the
 * word and goes on concept by concept.
 */
export function createSayings({ vectors, conceptVectors, filters, bias }: Tables, dimensions: number) {
  const rows = filters.length / dimensions;
  const saidByWord: (Float32Array | undefined)[] = [];
  const saidByConcept: (Float32Array | undefined)[] = [];
  const table = new Float32Array(MOST_REMEMBERED * rows);
  let paths = new Paths(1 << 14);
  let places: (number | undefined)[] = [];
  let remembered = 0;

  function multiply(from: Float32Array, number: number): Float32Array {
    const said = new Float32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let d = 0; d < dimensions; d += 1)
        sum += (from[number * dimensions + d] as number) * (filters[row * dimensions + d] as number);
      said[row] = sum;
    }
    return said;
  }

  function addUp(word: number, concepts: readonly number[], place: number): void {
    table.set(bias, place);
    add((saidByWord[word] ??= multiply(vectors, word)), place);
    for (const concept of concepts) add((saidByConcept[concept] ??= multiply(conceptVectors, concept)), place);
  }

  function add(said: Float32Array, place: number): void {
    for (let row = 0; row < rows; row += 1) table[place + row] = (table[place + row] as number) + (said[row] as number);
  }

  function pathOf(word: number, concepts: readonly number[]): number {
    let path = paths.grow(ROOT, word);
    for (const concept of concepts) path = paths.grow(path, concept);
    return path;
  }

  function placeOf(word: number, concepts: readonly number[]): number {
    const path = pathOf(word, concepts);
    const known = places[path];
    if (known !== undefined) return known;
    const place = remembered * rows;
    remembered += 1;
    addUp(word, concepts, place);
    return (places[path] = place);
  }

  /** All at once: what is common comes again soon. */
  function forget(): void {
    paths = new Paths(1 << 14);
    places = [];
    remembered = 0;
  }

  /** What a text of no more words than are remembered says; good until the next text. */
  return ({ words, concepts }: Senses): Said => {
    if (remembered + words.length > MOST_REMEMBERED) forget();
    return { table, places: Int32Array.from(words, (word, at) => placeOf(word, concepts[at] as readonly number[])) };
  };
}
