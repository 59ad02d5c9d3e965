/** How many cells read a text each way: onwards and back. */
export const CELLS = 64;
export const WAYS = 2;
/** What a word says to one cell: what is new and how much to keep, at its own place and again at the next one read. */
const [FRESH, KEEP, FRESH_NEXT, KEEP_NEXT] = [0, CELLS, 2 * CELLS, 3 * CELLS];
const ROWS_A_WAY = 4 * CELLS;
export const ROWS = WAYS * ROWS_A_WAY;

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

/** Room for all cells over a text of so many words, empty. */
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

/** Where in `ROWS` numbers those of a way begin. */
export function rowsOf(way: number): { fresh: number; keep: number; freshNext: number; keepNext: number } {
  const from = way * ROWS_A_WAY;
  return { fresh: from + FRESH, keep: from + KEEP, freshNext: from + FRESH_NEXT, keepNext: from + KEEP_NEXT };
}

/**
 * Reads a text one way. What is new at a word, and how much of what was held is kept, is said by the word and the one
 * read before it and by nothing else (quasi-recurrent: Bradbury, Merity, Xiong and Socher 2017), so that what a word says
 * need be worked out only once.
 */
export function readOneWay(
  { table, places }: Said,
  { way, first, end, step }: Way,
  { fresh, kept, held }: Cells,
): void {
  const rows = rowsOf(way);
  for (let at = first; at !== end; at += step) {
    const here = places[at] as number;
    const newsHere = here + rows.fresh;
    const keepHere = here + rows.keep;
    const to = at * CELLS;
    if (at === first) {
      for (let cell = 0; cell < CELLS; cell += 1) {
        const news = rectify(table[newsHere + cell] as number);
        const keep = shareOf(table[keepHere + cell] as number);
        fresh[to + cell] = news;
        kept[to + cell] = keep;
        held[to + cell] = (1 - keep) * news;
      }
      continue;
    }
    const beside = places[at - step] as number;
    const newsBeside = beside + rows.freshNext;
    const keepBeside = beside + rows.keepNext;
    const from = (at - step) * CELLS;
    for (let cell = 0; cell < CELLS; cell += 1) {
      const news = rectify((table[newsHere + cell] as number) + (table[newsBeside + cell] as number));
      const keep = shareOf((table[keepHere + cell] as number) + (table[keepBeside + cell] as number));
      fresh[to + cell] = news;
      kept[to + cell] = keep;
      held[to + cell] = keep * (held[from + cell] as number) + (1 - keep) * news;
    }
  }
}

function rectify(number: number): number {
  return number > 0 ? number : 0;
}

function shareOf(said: number): number {
  const share = said * KEEPING + UNSAID;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}
