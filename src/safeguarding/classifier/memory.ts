/** How many cells read a text each way: onwards and back. */
export const CELLS = 64;
export const WAYS = 2;
/** What a word says to one cell: what is new and how much to keep, at its own place and again at the next one read. */
const [FRESH, KEEP, FRESH_NEXT, KEEP_NEXT] = [0, CELLS, 2 * CELLS, 3 * CELLS];
const ROWS_A_WAY = 4 * CELLS;
export const ROWS = WAYS * ROWS_A_WAY;
/** What is new and how much to keep, for every cell of both ways. */
export const BIASES = WAYS * 2 * CELLS;

/** How much of what it holds a cell keeps, from 0 to 1, grows so fast with what is said to it, and is this unsaid. */
export const KEEPING = 0.25;
const UNSAID = 0.5;

/** A text as what its words say: where each word's `ROWS` numbers begin in the table. */
export interface Said {
  readonly table: Float32Array;
  readonly places: Int32Array;
}

/** Which words are read, and in which order: from `first` on by `step`, until `end` is reached. */
export interface Way {
  readonly way: number;
  readonly first: number;
  readonly end: number;
  readonly step: 1 | -1;
}

/** What every cell took in, kept of what it held before, and then held, at every word: `CELLS` numbers a word. */
export interface Cells {
  readonly fresh: Float32Array;
  readonly kept: Float32Array;
  readonly held: Float32Array;
}

export function cellsFor(words: number): Cells {
  const empty = (): Float32Array => new Float32Array(words * CELLS);
  return { fresh: empty(), kept: empty(), held: empty() };
}

/** Onwards from the first word of all; and back from the last, over the words from `judgedFrom` on. */
export function waysThrough(judgedFrom: number, length: number): readonly [Way, Way] {
  return [
    { way: 0, first: 0, end: length, step: 1 },
    { way: 1, first: length - 1, end: judgedFrom - 1, step: -1 },
  ];
}

/** Where in `ROWS` numbers, and in `BIASES`, those of a way begin. */
export function rowsOf(way: number): {
  fresh: number;
  keep: number;
  freshNext: number;
  keepNext: number;
  bias: number;
} {
  const from = way * ROWS_A_WAY;
  return {
    fresh: from + FRESH,
    keep: from + KEEP,
    freshNext: from + FRESH_NEXT,
    keepNext: from + KEEP_NEXT,
    bias: way * 2 * CELLS,
  };
}

/**
 * Reads a text one way. What is new at a word, and how much of what was held is kept, is said by the word and the one
 * read before it and by nothing else (quasi-recurrent: Bradbury, Merity, Xiong and Socher 2017), so that what a word says
 * need be worked out only once.
 */
export function readOneWay(said: Said, bias: Float32Array, { way, first, end, step }: Way, cells: Cells): void {
  const { table, places } = said;
  const { fresh, kept, held } = cells;
  const rows = rowsOf(way);
  for (let at = first; at !== end; at += step) {
    const here = places[at] as number;
    const beside = at === first ? -1 : (places[at - step] as number);
    const to = at * CELLS;
    const from = (at - step) * CELLS;
    for (let cell = 0; cell < CELLS; cell += 1) {
      let news = (bias[rows.bias + cell] as number) + (table[here + rows.fresh + cell] as number);
      let keep = (bias[rows.bias + CELLS + cell] as number) + (table[here + rows.keep + cell] as number);
      let before = 0;
      if (beside >= 0) {
        news += table[beside + rows.freshNext + cell] as number;
        keep += table[beside + rows.keepNext + cell] as number;
        before = held[from + cell] as number;
      }
      if (news < 0) news = 0;
      keep = keep * KEEPING + UNSAID;
      if (keep < 0) keep = 0;
      else if (keep > 1) keep = 1;
      fresh[to + cell] = news;
      kept[to + cell] = keep;
      held[to + cell] = keep * before + (1 - keep) * news;
    }
  }
}
