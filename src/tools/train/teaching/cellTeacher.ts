import {
  CELLS,
  cellsFor,
  KEEPING,
  readOneWay,
  rowsOf,
  WAYS,
  waysThrough,
  type Cells,
  type Said,
} from '../../../safeguarding/classifier/recurrentCells';
import { MOST_WORDS, pool, POOLED } from '../../../safeguarding/classifier/net';

/** Reads texts as the net does, and works out by how much what each word said was wrong. */
export class CellTeacher {
  readonly pooled = new Float32Array(POOLED);
  private readonly places = new Int32Array(WAYS * CELLS);
  private readonly cells = [cellsFor(MOST_WORDS), cellsFor(MOST_WORDS)] as const;
  private readonly counts = new Float64Array(CELLS);

  /** What the cells held of a text, in `pooled`. */
  read(said: Said, judgedFrom: number): void {
    const { length } = said.places;
    for (const way of waysThrough(judgedFrom, length)) {
      const cells = this.cells[way.way] as Cells;
      readOneWay(said, way, cells);
      pool(cells, way.way, judgedFrom, length, { loud: this.pooled, at: this.places });
    }
  }

  /**
   * Adds to `wrong`, which lies as what the words said does, by how much it was wrong, through time (Werbos 1990). `back`:
   * by how much what was pooled of the text read last was.
   */
  learn({ places }: Said, judgedFrom: number, back: Float32Array, wrong: Float32Array): void {
    const { length } = places;
    if (judgedFrom >= length) return;
    const { counts } = this;
    for (const { way, first, end, step } of waysThrough(judgedFrom, length)) {
      const { fresh, kept, held } = this.cells[way] as Cells;
      const rows = rowsOf(way);
      counts.fill(0);
      for (let at = end - step; at !== first - step; at -= step) {
        const here = places[at] as number;
        const isFirst = at === first;
        const beside = isFirst ? 0 : (places[at - step] as number);
        for (let cell = 0; cell < CELLS; cell += 1) {
          const most = way * CELLS + cell;
          let count = counts[cell] as number;
          if (at >= judgedFrom) {
            count += (back[WAYS * CELLS + most] as number) / (length - judgedFrom);
            if (at === this.places[most]) count += back[most] as number;
          }
          const news = fresh[at * CELLS + cell] as number;
          const keep = kept[at * CELLS + cell] as number;
          counts[cell] = count * keep;
          if (news > 0 && keep < 1) {
            const by = count * (1 - keep);
            wrong[here + rows.fresh + cell] = (wrong[here + rows.fresh + cell] as number) + by;
            if (!isFirst)
              wrong[beside + rows.freshNext + cell] = (wrong[beside + rows.freshNext + cell] as number) + by;
          }
          if (keep > 0 && keep < 1) {
            const before = isFirst ? 0 : (held[(at - step) * CELLS + cell] as number);
            const by = count * (before - news) * KEEPING;
            wrong[here + rows.keep + cell] = (wrong[here + rows.keep + cell] as number) + by;
            if (!isFirst) wrong[beside + rows.keepNext + cell] = (wrong[beside + rows.keepNext + cell] as number) + by;
          }
        }
      }
    }
  }
}
