import { KINDS, type Kind } from '../../vocabulary/concerns';
import type { Compiled } from '../compile';
import type { Reading } from '../reading';
import { createFeatureFinder, FeatureBag } from './features';
import type { ClassifierWeights, Gated, HeadWeights } from './weights';

/** Longer messages are read in overlapping stretches, so that small talk around a disclosure does not drown it. */
export const STRETCH = 60;
const STRIDE = 30;

/** The stretch of the judged message that spoke loudest for a head. */
export interface Stretch {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

export interface Classifier {
  readonly gates: ClassifierWeights['gates'];
  /** The loudest stretch for each of the heads asked. */
  hear<Asked extends Gated>(reading: Reading, heads: readonly Asked[]): Readonly<Record<Asked, Stretch>>;
  /** The kind that fits that stretch best. */
  likeliestKind(reading: Reading, stretch: Stretch): Kind;
  /** What every feature of a stretch said: the tokens it came from, and how much it weighed. */
  explain(reading: Reading, head: Gated, stretch: Stretch): readonly Spoken[];
}

/** One feature that spoke, over tokens `from` to `to` (end exclusive). */
export interface Spoken {
  readonly from: number;
  readonly to: number;
  readonly group: number;
  readonly weight: number;
}

export function createClassifier(weights: ClassifierWeights, compiled: Compiled): Classifier {
  const find = createFeatureFinder(compiled);
  const bag = new FeatureBag();
  const shares = new Float32Array(weights.groupWeights.length);

  /** What one feature of each group is worth in the bag as it stands. */
  function share(): void {
    for (let group = 0; group < shares.length; group += 1)
      shares[group] = (weights.groupWeights[group] as number) / Math.sqrt(Math.max(1, bag.sizes[group] as number));
  }

  function score(head: HeadWeights): number {
    let sum = head.bias;
    for (let at = 0; at < bag.count; at += 1) {
      const weight = head.weights[(bag.buckets[at] as number) >>> head.narrowing] as number;
      sum += weight * (shares[bag.groups[at] as number] as number);
    }
    return sum;
  }

  function gather(reading: Reading, from: number, to: number): void {
    find(reading, from, to, bag);
    share();
  }

  return {
    gates: weights.gates,
    hear(reading, heads) {
      const loudest = Object.fromEntries(
        heads.map((head) => [head, { score: -Infinity, from: reading.judgedFrom, to: reading.tokens.length }]),
      ) as Record<(typeof heads)[number], Stretch>;
      for (const { from, to } of stretchesOf(reading)) {
        gather(reading, from, to);
        for (const head of heads) {
          const here = score(weights.heads[head]);
          if (here > loudest[head].score) loudest[head] = { score: here, from, to };
        }
      }
      return loudest;
    },
    likeliestKind(reading, { from, to }) {
      gather(reading, from, to);
      const scores = KINDS.map((kind) => score(weights.heads[kind]));
      return KINDS[scores.indexOf(Math.max(...scores))] as Kind;
    },
    explain(reading, head, { from, to }) {
      gather(reading, from, to);
      const { weights: table, narrowing } = weights.heads[head];
      return Array.from({ length: bag.count }, (_, at) => ({
        from: bag.from[at] as number,
        to: bag.to[at] as number,
        group: bag.groups[at] as number,
        weight:
          (table[(bag.buckets[at] as number) >>> narrowing] as number) * (shares[bag.groups[at] as number] as number),
      }));
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
