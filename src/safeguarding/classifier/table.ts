import { BUCKETS, GROUPS, type FeatureBag } from './featureBag';
import { eachSparse, type PackedBytes } from './pack';

/** A head as it is packed: its bias, what one step of its bytes is worth, and the bytes. */
export interface PackedHead extends PackedBytes {
  readonly bias: number;
}

/**
 * The weights of several heads as one table. The weights of one bucket for all heads lie side by side, because memory
 * is slower than sums. Plain data, so that the build can keep it.
 */
export interface HeadTable<Name extends string> {
  readonly names: readonly Name[];
  /** Bits by which buckets are folded. */
  readonly narrowing: number;
  readonly bytes: Int8Array;
  readonly biases: Float64Array;
  readonly steps: Float64Array;
}

/** @throws Error when a head has bytes the table has no room for. */
export function unpackTable<Name extends string>(
  names: readonly Name[],
  heads: Readonly<Record<Name, PackedHead>>,
  narrowing: number,
): HeadTable<Name> {
  const width = BUCKETS >> narrowing;
  const bytes = new Int8Array(width * names.length);
  names.forEach((name, lane) => {
    eachSparse(heads[name].bytes, width, (bucket, byte) => {
      bytes[bucket * names.length + lane] = byte;
    });
  });
  return {
    names,
    narrowing,
    bytes,
    biases: Float64Array.from(names, (name) => heads[name].bias),
    steps: Float64Array.from(names, (name) => heads[name].step),
  };
}

/**
 * Writes the score of every head for a bag of features into `scores`, in the order of their names: bias, plus step ×
 * byte × share of the group for every feature. The bytes of a group are summed as whole numbers first.
 */
export function scoreBag(table: HeadTable<string>, bag: FeatureBag, shares: Float64Array, scores: Float64Array): void {
  const heads = table.steps.length;
  let head = 0;
  for (; head + TOGETHER <= heads; head += TOGETHER) scoreThree(table, head, bag, shares, scores);
  for (; head < heads; head += 1) scoreOne(table, head, bag, shares, scores);
}

/** Heads scored in one pass: a bucket's bytes are far away in memory, and near one another. */
const TOGETHER = 3;

function scoreThree(
  { bytes, narrowing, biases, steps }: HeadTable<string>,
  head: number,
  { buckets, sizes }: FeatureBag,
  shares: Float64Array,
  scores: Float64Array,
): void {
  const heads = steps.length;
  let one = 0;
  let two = 0;
  let three = 0;
  let end = 0;
  for (let group = 0; group < GROUPS.length; group += 1) {
    let saidOne = 0;
    let saidTwo = 0;
    let saidThree = 0;
    const start = end;
    end += sizes[group] as number;
    for (let at = start; at < end; at += 1) {
      const place = ((buckets[at] as number) >>> narrowing) * heads + head;
      saidOne += bytes[place] as number;
      saidTwo += bytes[place + 1] as number;
      saidThree += bytes[place + 2] as number;
    }
    const share = shares[group] as number;
    one += share * saidOne;
    two += share * saidTwo;
    three += share * saidThree;
  }
  scores[head] = (biases[head] as number) + (steps[head] as number) * one;
  scores[head + 1] = (biases[head + 1] as number) + (steps[head + 1] as number) * two;
  scores[head + 2] = (biases[head + 2] as number) + (steps[head + 2] as number) * three;
}

function scoreOne(
  { bytes, narrowing, biases, steps }: HeadTable<string>,
  head: number,
  { buckets, sizes }: FeatureBag,
  shares: Float64Array,
  scores: Float64Array,
): void {
  const heads = steps.length;
  let score = 0;
  let end = 0;
  for (let group = 0; group < GROUPS.length; group += 1) {
    let said = 0;
    const start = end;
    end += sizes[group] as number;
    for (let at = start; at < end; at += 1)
      said += bytes[((buckets[at] as number) >>> narrowing) * heads + head] as number;
    score += (shares[group] as number) * said;
  }
  scores[head] = (biases[head] as number) + (steps[head] as number) * score;
}

/** What one feature adds to the score of one head. */
export function weightOf(
  { bytes, steps, narrowing }: HeadTable<string>,
  lane: number,
  bag: FeatureBag,
  at: number,
  shares: Float64Array,
): number {
  const byte = bytes[((bag.buckets[at] as number) >>> narrowing) * steps.length + lane] as number;
  return (steps[lane] as number) * byte * (shares[bag.groups[at] as number] as number);
}

/** The weight of one feature of each group: a group weighs the same as a whole, however many features it has. */
export function sharesOf(bag: FeatureBag, groupWeights: Float32Array, shares: Float64Array): void {
  for (let group = 0; group < GROUPS.length; group += 1)
    shares[group] = (groupWeights[group] as number) / Math.sqrt(Math.max(1, bag.sizes[group] as number));
}
