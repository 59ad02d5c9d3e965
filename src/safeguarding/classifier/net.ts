import type { Senses } from './senses';

/** The width of a word's vector, and how many filters listen to single words and as many to pairs of neighbours. */
export const DIMENSIONS = 64;
export const FILTERS = 48;
/** Rows of numbers a word is multiplied with: for single words, first of a pair, second of a pair. */
export const SLOTS = 3;
const [ALONE, FIRST, SECOND] = [0, 1, 2] as const;
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

const ROWS = SLOTS * FILTERS;

/** Adds up what words and concepts say to the filters; each word is multiplied out once and remembered. */
export function createNet(weights: NetWeights) {
  const ofWord: (Float32Array | undefined)[] = [];
  const ofConcept: (Float32Array | undefined)[] = [];
  let spoken = new Float32Array(0);

  function speak(known: (Float32Array | undefined)[], vectors: Float32Array, number: number): Float32Array {
    const before = known[number];
    if (before !== undefined) return before;
    const said = new Float32Array(ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      let sum = 0;
      for (let d = 0; d < DIMENSIONS; d += 1)
        sum += (vectors[number * DIMENSIONS + d] as number) * (weights.filters[row * DIMENSIONS + d] as number);
      said[row] = sum;
    }
    known[number] = said;
    return said;
  }

  function add(said: Float32Array, offset: number): void {
    for (let row = 0; row < ROWS; row += 1)
      spoken[offset + row] = (spoken[offset + row] as number) + (said[row] as number);
  }

  function speakAll({ words, starts, concepts }: Senses): void {
    const size = (words.length + 1) * ROWS;
    if (spoken.length < size) spoken = new Float32Array(size);
    spoken.fill(0, 0, size);
    for (let at = 0; at < words.length; at += 1) {
      add(speak(ofWord, weights.vectors, words[at] as number), at * ROWS);
      for (let k = starts[at] as number; k < (starts[at + 1] as number); k += 1)
        add(speak(ofConcept, weights.conceptVectors, concepts[k] as number), at * ROWS);
    }
  }

  /** The loudest place of each filter in one part, written from `offset` on. */
  function listen(part: Senses, offset: number, heard: Heard): void {
    speakAll(part);
    const length = part.words.length;
    for (let filter = 0; filter < FILTERS; filter += 1) {
      let alone = 0;
      let pair = 0;
      let aloneAt = -1;
      let pairAt = -1;
      for (let at = 0; at < length; at += 1) {
        const here = at * ROWS + filter;
        const single = (weights.filterBias[filter] as number) + (spoken[here + ALONE * FILTERS] as number);
        if (single > alone) {
          alone = single;
          aloneAt = at;
        }
        if (at === length - 1 && length > 1) break;
        const both =
          (weights.filterBias[FILTERS + filter] as number) +
          (spoken[here + FIRST * FILTERS] as number) +
          (spoken[here + ROWS + SECOND * FILTERS] as number);
        if (both > pair) {
          pair = both;
          pairAt = at;
        }
      }
      heard.loud[offset + filter] = alone;
      heard.at[offset + filter] = aloneAt;
      heard.loud[offset + FILTERS + filter] = pair;
      heard.at[offset + FILTERS + filter] = pairAt;
    }
  }

  return {
    hear(judged: Senses, earlier: Senses): Heard {
      const heard = { loud: new Float32Array(POOLED), at: new Int32Array(POOLED) };
      listen(judged, 0, heard);
      listen(earlier, 2 * FILTERS, heard);
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
