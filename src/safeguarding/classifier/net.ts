import type { Senses } from './senses';

/** The width of a word's vector, and how many filters listen to single words and as many to pairs of neighbours. */
export const DIMENSIONS = 64;
export const FILTERS = 48;
/** A word is multiplied with the filters of single words, those of the first of a pair, and those of the second. */
export const SLOTS = 3;
export const ROWS = SLOTS * FILTERS;
/** Filters of single words and of pairs, over the judged stretch and over what was said just before. */
export const POOLED = 4 * FILTERS;

/** A small convolutional network over word vectors (Kim 2014): what each filter hears loudest speaks to each head. */
export interface NetWeights {
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
  /** DIMENSIONS numbers a word, and a concept. */
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  /** SLOTS × FILTERS rows of DIMENSIONS. */
  readonly filters: Float32Array;
  /** For single words, then for pairs. */
  readonly filterBias: Float32Array;
  /** POOLED numbers for each head. */
  readonly outputs: Float32Array;
  readonly outputBias: Float32Array;
}

/** What the filters heard: how loud, and at which word of their part (-1: nowhere). */
export interface Heard {
  readonly loud: Float32Array;
  readonly at: Int32Array;
}

/** One word under certain concepts, and what it says to every row of the filters. */
interface Said {
  readonly concepts: readonly number[];
  readonly rows: Float32Array;
}

/** So many are remembered before all are forgotten again: a hostile text may not fill the memory. */
const MOST_REMEMBERED = 20_000;
const NOTHING = new Float32Array(ROWS);

/** Hears with the weights given. What a word says under its concepts is added up once and remembered. */
export function createNet(weights: NetWeights) {
  const remembered = new Map<number, Said[]>();
  let count = 0;
  const heard = { loud: new Float32Array(POOLED), at: new Int32Array(POOLED) };

  function multiplyInto(rows: Float32Array, vectors: Float32Array, number: number): void {
    for (let row = 0; row < ROWS; row += 1) {
      let sum = rows[row] as number;
      for (let d = 0; d < DIMENSIONS; d += 1)
        sum += (vectors[number * DIMENSIONS + d] as number) * (weights.filters[row * DIMENSIONS + d] as number);
      rows[row] = sum;
    }
  }

  function say(word: number, concepts: readonly number[]): Float32Array {
    if (count > MOST_REMEMBERED) {
      remembered.clear();
      count = 0;
    }
    const rows = new Float32Array(ROWS);
    multiplyInto(rows, weights.vectors, word);
    for (const concept of concepts) multiplyInto(rows, weights.conceptVectors, concept);
    const before = remembered.get(word);
    if (before === undefined) remembered.set(word, [{ concepts, rows }]);
    else before.push({ concepts, rows });
    count += 1;
    return rows;
  }

  function saidBy({ words, concepts }: Senses, at: number): Float32Array {
    const word = words[at] as number;
    const over = concepts[at] as readonly number[];
    const same = remembered.get(word)?.find((said) => areSame(said.concepts, over));
    return same === undefined ? say(word, over) : same.rows;
  }

  /** The loudest place of each filter in one part, written from `offset` on. */
  function listen(part: Senses, offset: number): void {
    const { loud, at: places } = heard;
    const { filterBias } = weights;
    loud.fill(0, offset, offset + 2 * FILTERS);
    places.fill(-1, offset, offset + 2 * FILTERS);
    const { length } = part.words;
    let next = length > 0 ? saidBy(part, 0) : NOTHING;
    for (let at = 0; at < length; at += 1) {
      const here = next;
      next = at + 1 < length ? saidBy(part, at + 1) : NOTHING;
      for (let filter = 0; filter < FILTERS; filter += 1) {
        const alone = (filterBias[filter] as number) + (here[filter] as number);
        if (alone > (loud[offset + filter] as number)) {
          loud[offset + filter] = alone;
          places[offset + filter] = at;
        }
      }
      if (at + 1 === length && length > 1) break;
      for (let filter = FILTERS; filter < 2 * FILTERS; filter += 1) {
        const pair = (filterBias[filter] as number) + (here[filter] as number) + (next[filter + FILTERS] as number);
        if (pair > (loud[offset + filter] as number)) {
          loud[offset + filter] = pair;
          places[offset + filter] = at;
        }
      }
    }
  }

  return {
    /** What the filters hear; good until the next call. */
    hear(judged: Senses, earlier: Senses): Heard {
      listen(judged, 0);
      listen(earlier, 2 * FILTERS);
      return heard;
    },
    /** What a head makes of it. */
    score({ loud }: Heard, head: number): number {
      let sum = weights.outputBias[head] as number;
      for (let at = 0; at < POOLED; at += 1)
        sum += (weights.outputs[head * POOLED + at] as number) * (loud[at] as number);
      return sum;
    },
    /** What each filter of the judged part said for a head, and over how many words. */
    parts({ loud, at }: Heard, head: number): readonly { at: number; words: number; weight: number }[] {
      return Array.from({ length: 2 * FILTERS }, (_, filter) => ({
        at: at[filter] as number,
        words: filter < FILTERS ? 1 : 2,
        weight: (loud[filter] as number) * (weights.outputs[head * POOLED + filter] as number),
      })).filter((part) => part.at >= 0);
    },
  };
}

function areSame(some: readonly number[], others: readonly number[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}
