import { Paths, ROOT } from '../patterns/paths';
import type { Said } from './recurrentCells';
import type { Senses } from './senses';

/** The tables from which the numbers of a word are computed, row by row. */
interface Tables {
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  readonly filters: Float32Array;
  /** One number a row that is added for every word. */
  readonly bias: Float32Array;
}

/** How many combinations of a word and its concepts are cached. Ten long chats have fewer. */
const MOST_REMEMBERED = 4_096;

/**
 * Computes the numbers each word of a text gives to the cells (recurrentCells.ts): the vector of the word, plus the
 * vectors of all concepts that cover it, times the filters. A word mostly comes back with the same concepts, so each
 * sum is cached under the path "word, concept, concept..."
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

  /** The whole cache at once: common words fill it again soon. */
  function forget(): void {
    paths = new Paths(1 << 14);
    places = [];
    remembered = 0;
  }

  /** The numbers of each word of a text that has no more words than the cache holds. Valid until the next text. */
  return ({ words, concepts }: Senses): Said => {
    if (remembered + words.length > MOST_REMEMBERED) forget();
    return { table, places: Int32Array.from(words, (word, at) => placeOf(word, concepts[at] as readonly number[])) };
  };
}
