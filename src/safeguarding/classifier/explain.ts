import { MOST_CHARACTERS, type Reading } from '../reading/reading';
import { GROUPS } from './featureBag';
import type { Stretch } from './stretches';

/** What can contribute to a score: the groups of features, or the net ("meaning"). */
const VOICES = [...GROUPS, 'meaning'] as const;
export const MEANING = VOICES.indexOf('meaning');

const MOST_SHOWN = 5;

interface Evidence {
  readonly evidence: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Position and voice of one contribution, packed into one number; and its weight. */
type Weighed = readonly [place: number, weight: number];

/**
 * What contributed to a verdict, summed by the words it came from: thousands of features come from a few hundred
 * positions.
 */
export class Testimony {
  /** One sum for each token of the stretch. */
  private readonly weights: Float64Array;
  private readonly sums = new Map<number, number>();

  constructor(
    private readonly stretch: Stretch,
    private readonly reading: Reading,
  ) {
    this.weights = new Float64Array(stretch.to - stretch.from);
  }

  /**
   * Adds the weight of one feature that covers tokens `start` to `end` (end exclusive). `voice` is its place among the
   * groups of features, or one more for the net.
   */
  hear(start: number, end: number, voice: number, weight: number): void {
    const { from, to } = this.stretch;
    const last = Math.min(end, to);
    for (let at = Math.max(start, from); at < last; at += 1)
      this.weights[at - from] = (this.weights[at - from] as number) + weight / (end - start);
    const place = (start * MOST_CHARACTERS + end) * VOICES.length + voice;
    this.sums.set(place, (this.sums.get(place) ?? 0) + weight);
  }

  /** The run of words in the judged message that together contributed most. */
  evidence(): Evidence {
    const { reading } = this;
    const { from } = this.stretch;
    const loudest = loudestRun(this.weights);
    const start = reading.tokens[from + loudest.from]?.start ?? 0;
    const end = reading.tokens[from + loudest.to - 1]?.end ?? start;
    return { evidence: wordsOf(reading, reading.judged, start, end), span: { start, end } };
  }

  /** The heaviest features as the words they cover, each with the way it was read. */
  loudestWords(): string[] {
    const loudest: Weighed[] = [];
    for (const each of this.sums) {
      const [place, weight] = each;
      const last = loudest[MOST_SHOWN - 1];
      if (weight <= 0 || (last !== undefined && byWeight(last, each) < 0)) continue;
      if (nameOf(place, this.reading) === null) continue;
      const before = loudest.findIndex((other) => byWeight(each, other) < 0);
      loudest.splice(before < 0 ? loudest.length : before, 0, each);
      loudest.length = Math.min(loudest.length, MOST_SHOWN);
    }
    return loudest.flatMap(([place]) => nameOf(place, this.reading) ?? []);
  }
}

/** The heaviest first; of what weighs the same, what stands first. */
function byWeight([a, heavy]: Weighed, [b, heavier]: Weighed): number {
  return heavier - heavy || a - b;
}

/** The run with the greatest sum; one element at least. */
function loudestRun(weights: Float64Array): { from: number; to: number } {
  let best = { from: 0, to: 1, sum: -Infinity };
  let from = 0;
  let sum = 0;
  weights.forEach((weight, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += weight;
    if (sum > best.sum) best = { from, to: at + 1, sum };
  });
  return best;
}

/** Null for what begins in one message and ends in another. */
function nameOf(place: number, reading: Reading): string | null {
  const group = place % VOICES.length;
  const tokens = (place - group) / VOICES.length;
  const to = tokens % MOST_CHARACTERS;
  const from = (tokens - to) / MOST_CHARACTERS;
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (first === undefined || last === undefined || first.message !== last.message) return null;
  return `"${wordsOf(reading, first.message, first.start, last.end)}" (${VOICES[group]})`;
}

function wordsOf({ texts }: Reading, message: number, start: number, end: number): string {
  return (texts[message] ?? '').slice(start, end);
}
