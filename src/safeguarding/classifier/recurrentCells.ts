/** How many recurrent cells read a text in each direction. */
export const CELLS = 64;
export const WAYS = 2;
/**
 * The four numbers a word gives to each cell: its new value and how much of the old one to keep, for its own position
 * and for the next one read.
 */
const [FRESH, KEEP, FRESH_NEXT, KEEP_NEXT] = [0, CELLS, 2 * CELLS, 3 * CELLS];
const ROWS_A_WAY = 4 * CELLS;
export const ROWS = WAYS * ROWS_A_WAY;

/**
 * The share a cell keeps, from 0 to 1, is a straight line: KEEPING times what the words say, plus UNSAID where they say
 * nothing.
 */
export const KEEPING = 0.25;
const UNSAID = 0.5;

/** A text as positions in a table: the `ROWS` numbers of each word begin at its place. */
export interface Said {
  readonly table: Float32Array;
  readonly places: Int32Array;
}

/** One direction of reading: from `first` by `step`, until `end` is reached. */
export interface Way {
  readonly way: number;
  readonly first: number;
  readonly end: number;
  readonly step: 1 | -1;
}

/**
 * For every word `CELLS` numbers each: what the cell took in (`fresh`), the share of its old value it kept (`kept`),
 * and its value after that (`held`).
 */
export interface Cells {
  readonly fresh: Float32Array;
  readonly kept: Float32Array;
  readonly held: Float32Array;
}

/** Empty tables for a text of this many words. */
export function cellsFor(words: number): Cells {
  const empty = (): Float32Array => new Float32Array(words * CELLS);
  return { fresh: empty(), kept: empty(), held: empty() };
}

/** Both directions: forwards over all words, and backwards from the last word to `judgedFrom`. */
export function waysThrough(judgedFrom: number, length: number): readonly [Way, Way] {
  return [
    { way: 0, first: 0, end: length, step: 1 },
    { way: 1, first: length - 1, end: judgedFrom - 1, step: -1 },
  ];
}

/** Where the four groups of numbers of a direction begin within the `ROWS` numbers of a word. */
export function rowsOf(way: number): { fresh: number; keep: number; freshNext: number; keepNext: number } {
  const from = way * ROWS_A_WAY;
  return { fresh: from + FRESH, keep: from + KEEP, freshNext: from + FRESH_NEXT, keepNext: from + KEEP_NEXT };
}

/**
 * Reads a text in one direction. The new value and the share to keep depend only on the word and the one read before it
 * (quasi-recurrent: Bradbury, Merity, Xiong and Socher 2017), so the numbers of a word are computed once and reused.
 */
export function readOneWay(said: Said, way: Way, cells: Cells): void {
  holdOneWay(said, way, cells.held);
  takeInOneWay(said, way, cells);
}

/** What the cells took in and kept at each word: asked only by what explains a score, or learns from it. */
export function takeInOneWay(
  { table, places }: Said,
  { way, first, end, step }: Way,
  { fresh, kept }: Omit<Cells, 'held'>,
): void {
  const rows = rowsOf(way);
  for (let at = first; at !== end; at += step) {
    const here = places[at] as number;
    const newsHere = here + rows.fresh;
    const keepHere = here + rows.keep;
    const to = at * CELLS;
    if (at === first) {
      for (let cell = 0; cell < CELLS; cell += 1) {
        fresh[to + cell] = rectify(table[newsHere + cell] as number);
        kept[to + cell] = shareOf(table[keepHere + cell] as number);
      }
      continue;
    }
    const beside = places[at - step] as number;
    const newsBeside = beside + rows.freshNext;
    const keepBeside = beside + rows.keepNext;
    for (let cell = 0; cell < CELLS; cell += 1) {
      fresh[to + cell] = rectify((table[newsHere + cell] as number) + (table[newsBeside + cell] as number));
      kept[to + cell] = shareOf((table[keepHere + cell] as number) + (table[keepBeside + cell] as number));
    }
  }
}

/** What the cells hold after each word: all that a score asks for. */
export function holdOneWay({ table, places }: Said, { way, first, end, step }: Way, held: Cells['held']): void {
  const rows = rowsOf(way);
  for (let at = first; at !== end; at += step) {
    const here = places[at] as number;
    const newsHere = here + rows.fresh;
    const keepHere = here + rows.keep;
    const to = at * CELLS;
    if (at === first) {
      for (let cell = 0; cell < CELLS; cell += 1) {
        const keep = shareOf(table[keepHere + cell] as number);
        held[to + cell] = (1 - keep) * rectify(table[newsHere + cell] as number);
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
