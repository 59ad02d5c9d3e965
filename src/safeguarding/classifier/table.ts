import { BUCKETS, GROUPS, type FeatureBag } from './features';
import { eachSparse, type PackedBytes } from './pack';

/** A head as it is packed: its bias, what one step of its bytes is worth, and the bytes. */
export interface PackedHead extends PackedBytes {
  readonly bias: number;
}

/**
 * Heads asked together, as one table: what a bucket says to each of them stands side by side, because memory is slower
 * than sums. The score of a head is its bias and, for every feature, its step × its byte × the share of the feature's group.
 */
export class Table<Name extends string> {
  private readonly bytes: Int8Array;
  private readonly biases: Float64Array;
  private readonly steps: Float64Array;
  private readonly sums: Float64Array;

  /**
   * `narrowing`: bits by which buckets are folded.
   *
   * @throws Error when a head has bytes the table has no room for.
   */
  constructor(
    readonly names: readonly Name[],
    heads: Readonly<Record<Name, PackedHead>>,
    private readonly narrowing: number,
  ) {
    const width = BUCKETS >> narrowing;
    this.bytes = new Int8Array(width * names.length);
    names.forEach((name, lane) => {
      eachSparse(heads[name].bytes, width, (bucket, byte) => {
        this.bytes[bucket * names.length + lane] = byte;
      });
    });
    this.biases = Float64Array.from(names, (name) => heads[name].bias);
    this.steps = Float64Array.from(names, (name) => heads[name].step);
    this.sums = new Float64Array(names.length);
  }

  /** What every head makes of a bag, in the order of the names; good until the next call. `shares`: of each group. */
  score(bag: FeatureBag, shares: Float64Array): Float64Array {
    const { sums, bytes, narrowing } = this;
    const heads = sums.length;
    sums.fill(0);
    for (let at = 0; at < bag.count; at += 1) {
      const from = ((bag.buckets[at] as number) >>> narrowing) * heads;
      const share = shares[bag.groups[at] as number] as number;
      for (let head = 0; head < heads; head += 1)
        sums[head] = (sums[head] as number) + share * (bytes[from + head] as number);
    }
    for (let head = 0; head < heads; head += 1)
      sums[head] = (this.biases[head] as number) + (this.steps[head] as number) * (sums[head] as number);
    return sums;
  }

  /** What one feature of a bag says to one head. */
  weightOf(lane: number, bag: FeatureBag, at: number, shares: Float64Array): number {
    const bucket = (bag.buckets[at] as number) >>> this.narrowing;
    const byte = this.bytes[bucket * this.sums.length + lane] as number;
    return (this.steps[lane] as number) * byte * (shares[bag.groups[at] as number] as number);
  }
}

/** What one feature of each group is worth in a bag: a group weighs the same, however many features it has. */
export function sharesOf(bag: FeatureBag, groupWeights: Float32Array, shares: Float64Array): void {
  for (let group = 0; group < GROUPS.length; group += 1)
    shares[group] = (groupWeights[group] as number) / Math.sqrt(Math.max(1, bag.sizes[group] as number));
}
