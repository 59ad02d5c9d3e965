/** Adam (Kingma and Ba 2015): how much of the past the mean of the steps, and of their squares, keeps. */
const PAST = 0.9;
const PAST_SQUARES = 0.999;
const SMALLEST = 1e-8;

/**
 * Moves a table against what was wrong with it. Rows that were not met stay as they are, and so does what is known of
 * them.
 */
export class Adam {
  /** By how much each number was wrong in this step: to be added to. */
  readonly wrong: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(
    private readonly table: Float32Array,
    private readonly width: number,
  ) {
    this.wrong = new Float32Array(table.length);
    this.mean = new Float32Array(table.length);
    this.square = new Float32Array(table.length);
  }

  /** `step`: counted from one. `rows`: those that were met, or all. */
  move(rate: number, step: number, rows: Iterable<number> = allRows(this.table.length / this.width)): void {
    const size = (rate * Math.sqrt(1 - PAST_SQUARES ** step)) / (1 - PAST ** step);
    for (const row of rows) this.moveRow(row * this.width, size);
  }

  private moveRow(from: number, size: number): void {
    const { table, wrong, mean, square } = this;
    for (let at = from; at < from + this.width; at += 1) {
      const by = wrong[at] as number;
      const past = PAST * (mean[at] as number) + (1 - PAST) * by;
      const squares = PAST_SQUARES * (square[at] as number) + (1 - PAST_SQUARES) * by * by;
      mean[at] = past;
      square[at] = squares;
      table[at] = (table[at] as number) - (size * past) / (Math.sqrt(squares) + SMALLEST);
      wrong[at] = 0;
    }
  }
}

function* allRows(count: number): Iterable<number> {
  for (let row = 0; row < count; row += 1) yield row;
}
