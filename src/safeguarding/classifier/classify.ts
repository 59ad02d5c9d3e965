import type { Kind } from '../../vocabulary/concerns';
import type { Compiled } from '../compile';
import type { Reading } from '../reading';
import { createFeatureFinder, EARLIER_TOKENS, FeatureBag, GROUPS, type Judged } from './features';
import { createNet } from './net';
import { createSenseFinder } from './senses';
import { likeliestKinds } from './likeliestKinds';
import { LEVEL_STRIDE, RAISED, type Abouts, type ClassifierWeights, type HeadWeights, type Raised } from './weights';

/** Longer messages are read in overlapping stretches, so that small talk around a disclosure does not drown it. */
export const STRETCH = 60;
const STRIDE = 30;

/** The stretch of the judged message that spoke loudest for a level. */
export interface Stretch {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

export interface Classifier {
  readonly gates: ClassifierWeights['gates'];
  /** The loudest stretch for each level. */
  hearLevels(judged: Judged): Readonly<Record<Raised, Stretch>>;
  /** Whether a stretch is about somebody else, or an adult of the service. */
  passes(judged: Judged, head: Abouts, stretch: Stretch): boolean;
  /** The kinds, `among` all or some, that fit a stretch best; the best first. */
  kindsOf(judged: Judged, stretch: Stretch, among?: readonly Kind[]): readonly Kind[];
  /** What every feature of a stretch said: the tokens it came from, and how much it weighed. */
  explain(judged: Judged, head: Raised, stretch: Stretch): readonly Spoken[];
}

/** One feature that spoke, over tokens `from` to `to` (end exclusive). */
export interface Spoken {
  readonly from: number;
  readonly to: number;
  /** A group of features, or `MEANING`. */
  readonly group: string;
  readonly weight: number;
}

/** What the net hears: words by their meaning, not as they are spelt. */
const MEANING = 'meaning';

export function createClassifier(weights: ClassifierWeights, compiled: Compiled): Classifier {
  const find = createFeatureFinder(compiled);
  const senses = createSenseFinder(compiled, weights.net);
  const net = createNet(weights.net);
  const bag = new FeatureBag();
  const sums = new Float64Array(GROUPS.length * LEVEL_STRIDE);

  /** What one feature of a group is worth in the bag as it stands. */
  const shareOf = (group: number): number =>
    (weights.groupWeights[group] as number) / Math.sqrt(Math.max(1, bag.sizes[group] as number));

  /** Adds up the three levels in one walk; all sums are of whole numbers until the end. */
  function sumLevels(): void {
    sums.fill(0);
    for (let at = 0; at < bag.count; at += 1) {
      const bucket = (bag.buckets[at] as number) * LEVEL_STRIDE;
      const lane = (bag.groups[at] as number) * LEVEL_STRIDE;
      for (let level = 0; level < RAISED.length; level += 1)
        sums[lane + level] = (sums[lane + level] as number) + (weights.levels[bucket + level] as number);
    }
  }

  function listen(reading: Reading, from: number, to: number) {
    const { judgedFrom } = reading;
    return net.hear(senses(reading, from, to), senses(reading, Math.max(0, judgedFrom - EARLIER_TOKENS), judgedFrom));
  }

  function levelScore(level: number): number {
    const { bias, step } = weights.heads[RAISED[level] as Raised];
    let score = 0;
    for (let group = 0; group < GROUPS.length; group += 1)
      score += shareOf(group) * (sums[group * LEVEL_STRIDE + level] as number);
    return bias + step * score;
  }

  function weightOf({ bytes, step, narrowing }: HeadWeights, at: number): number {
    return step * (bytes[(bag.buckets[at] as number) >>> narrowing] as number) * shareOf(bag.groups[at] as number);
  }

  function score(head: HeadWeights): number {
    let sum = head.bias;
    for (let at = 0; at < bag.count; at += 1) sum += weightOf(head, at);
    return sum;
  }

  return {
    gates: weights.gates,
    hearLevels(judged) {
      const { reading } = judged;
      const unheard: Stretch = { score: -Infinity, from: reading.judgedFrom, to: reading.tokens.length };
      const loudest: Record<Raised, Stretch> = { worry: unheard, urgent: unheard, immediate: unheard };
      for (const { from, to } of stretchesOf(reading)) {
        find(judged, from, to, bag);
        sumLevels();
        const heard = listen(reading, from, to);
        RAISED.forEach((name, level) => {
          const here = levelScore(level) + net.score(heard, level);
          if (here > loudest[name].score) loudest[name] = { score: here, from, to };
        });
      }
      return loudest;
    },
    passes(judged, head, { from, to }) {
      const { threshold } = weights.gates[head];
      if (threshold === null) return false;
      find(judged, from, to, bag);
      return score(weights.heads[head]) >= threshold;
    },
    kindsOf(judged, { from, to }, among) {
      find(judged, from, to, bag);
      return likeliestKinds((kind) => score(weights.heads[kind]), among);
    },
    explain(judged, head, { from, to }) {
      find(judged, from, to, bag);
      const spelt = Array.from({ length: bag.count }, (_, at) => ({
        from: bag.from[at] as number,
        to: bag.to[at] as number,
        group: GROUPS[bag.groups[at] as number] as string,
        weight: weightOf(weights.heads[head], at),
      }));
      const meant = net.parts(listen(judged.reading, from, to), RAISED.indexOf(head)).map(({ at, words, weight }) => ({
        from: from + at,
        to: Math.min(from + at + words, to),
        group: MEANING,
        weight,
      }));
      return [...spelt, ...meant];
    },
  };
}

function stretchesOf({ judgedFrom, tokens }: Reading): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (let from = judgedFrom; from < tokens.length; from += STRIDE) {
    stretches.push({ from, to: Math.min(from + STRETCH, tokens.length) });
    if (from + STRETCH >= tokens.length) break;
  }
  return stretches;
}
