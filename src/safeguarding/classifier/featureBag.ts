import { mix, settle } from './hash';
import type { StandingConcepts } from './standingConcepts';

/**
 * Width of the table every feature is hashed into, as a power of two: an eighth of it cost six disclosures in a hundred,
 * because features that have nothing to do with one another shared a bucket.
 */
const BUCKET_BITS = 20;
export const BUCKETS = 1 << BUCKET_BITS;

/** Kinds of feature. Each weighs the same as a whole, however many of it a message has. */
export const GROUPS = ['words', 'letters', 'concepts', 'earlier', 'rules'] as const;

/** A stretch that makes more is cut off here: hostile ones, and those full of phrases that rules know. */
const MOST_FEATURES = 6_000;

/**
 * The features of a stretch: numbered buckets, group by group, with the tokens each came from. Reused between messages.
 */
export class FeatureBag {
  count = 0;
  readonly buckets = new Int32Array(MOST_FEATURES);
  readonly groups = new Uint8Array(MOST_FEATURES);
  readonly from = new Int32Array(MOST_FEATURES);
  readonly to = new Int32Array(MOST_FEATURES);
  /** Features of each group. */
  readonly sizes = new Int32Array(GROUPS.length);
  /** One bit for each bucket: set when the stretch already has it. */
  private readonly met = new Int32Array(BUCKETS >>> 5);

  /** Whether nothing more is taken in. */
  get isFull(): boolean {
    return this.count === MOST_FEATURES;
  }

  clear(): void {
    for (let at = 0; at < this.count; at += 1) this.met[(this.buckets[at] as number) >>> 5] = 0;
    this.count = 0;
    this.sizes.fill(0);
  }

  /** A feature counts once, where it first stands. Groups are added one after the other, in their order. */
  add(group: number, hash: number, from: number, to: number): void {
    const bucket = bucketOf(group, hash);
    const bits = this.met[bucket >>> 5] as number;
    const bit = 1 << (bucket & 31);
    if ((bits & bit) !== 0 || this.isFull) return;
    this.met[bucket >>> 5] = bits | bit;
    this.buckets[this.count] = bucket;
    this.groups[this.count] = group;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.sizes[group] = (this.sizes[group] as number) + 1;
    this.count += 1;
  }

  /**
   * As `add` of each of these concepts behind another, from that one's first token to their own end. Most of what a
   * stretch adds are such pairs, so what is the same for all of them is looked up once.
   */
  addPairs(
    group: number,
    pair: number,
    from: number,
    { numbers, ends }: Pick<StandingConcepts, 'numbers' | 'ends'>,
    first: number,
    last: number,
  ): void {
    const { met, buckets, groups } = this;
    const starts = this.from;
    const to = this.to;
    let { count } = this;
    for (let other = first; other < last && count < MOST_FEATURES; other += 1) {
      const bucket = bucketOf(group, mix(pair, numbers[other] as number));
      const bits = met[bucket >>> 5] as number;
      const bit = 1 << (bucket & 31);
      if ((bits & bit) !== 0) continue;
      met[bucket >>> 5] = bits | bit;
      buckets[count] = bucket;
      groups[count] = group;
      starts[count] = from;
      to[count] = ends[other] as number;
      count += 1;
    }
    this.sizes[group] = (this.sizes[group] as number) + count - this.count;
    this.count = count;
  }
}

function bucketOf(group: number, hash: number): number {
  return settle(mix(hash, group)) & (BUCKETS - 1);
}
