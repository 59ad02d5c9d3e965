import type { Kind } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import { MEANING, Testimony } from './explain';
import { FeatureBag, GROUPS } from './featureBag';
import { createFeatureFinder, earliestOf, type Judged } from './features';
import { likeliestKinds } from './likeliestKinds';
import { createNet, type Heard } from './net';
import { createSenseFinder, type Senses } from './senses';
import { stretchesOf, type Stretch } from './stretches';
import { scoreBag, sharesOf, weightOf } from './table';
import { RAISED, type Abouts, type ClassifierWeights, type Raised } from './weights';

/** The stretch of the judged message with the highest score for a level, and that score. */
export interface Loudest extends Stretch {
  readonly score: number;
}

interface Taken extends Stretch {
  readonly judged: Judged;
  readonly earlier: Senses;
  readonly heard: Heard;
}

export interface Classifier {
  readonly gates: ClassifierWeights['gates'];
  /** For each level the stretch with the highest score; all stretches of the message unless some are given. */
  hearLevels(judged: Judged, stretches?: readonly Stretch[]): Readonly<Record<Raised, Loudest>>;
  /**
   * Whether the score for "about somebody else" or "about an adult of the service" passes its threshold in a stretch.
   */
  passes(judged: Judged, head: Abouts, stretch: Stretch): boolean;
  /** The kinds that fit a stretch best, best first; only those in `among` where it is given. */
  kindsOf(judged: Judged, stretch: Stretch, among?: readonly Kind[]): readonly Kind[];
  /** Which words and features made the score of a level in a stretch. */
  explain(judged: Judged, head: Raised, stretch: Stretch): Testimony;
}

/** A classifier made of learnt weights and the compiled rules. It judges one message at a time. */
export function createClassifier(weights: ClassifierWeights, compiled: Compiled): Classifier {
  const { gates, groupWeights, levels, abouts } = weights;
  const find = createFeatureFinder(compiled, { concepts: weights.net.concepts, rules: weights.rules });
  const senses = createSenseFinder(compiled, weights.net);
  const net = createNet(weights.net);
  const bag = new FeatureBag();
  const shares = new Float64Array(GROUPS.length);
  const levelScores = new Float64Array(levels.names.length);
  const aboutScores = new Float64Array(abouts.names.length);
  /** The stretch whose features were computed last, and the one whose kinds were asked for last. */
  let taken: Taken | null = null;
  let asked: Taken | null = null;

  /** Computes the features of a stretch and the net's cells over it, unless it is the one computed last. */
  function take(judged: Judged, { from, to }: Stretch): Heard {
    if (taken?.judged === judged && taken.from === from && taken.to === to) return taken.heard;
    find(judged, from, to, bag);
    sharesOf(bag, groupWeights, shares);
    const { reading } = judged;
    const earlier = taken?.judged === judged ? taken.earlier : senses(reading, earliestOf(reading), reading.judgedFrom);
    const heard = net.hear(senses(reading, from, to), earlier);
    taken = { judged, earlier, from, to, heard };
    return heard;
  }

  function aboutsOf(judged: Judged, stretch: Stretch): (name: Abouts | Kind) => number {
    take(judged, stretch);
    if (asked !== taken) scoreBag(abouts, bag, shares, aboutScores);
    asked = taken;
    return (name) => aboutScores[abouts.names.indexOf(name)] as number;
  }

  return {
    gates,
    hearLevels(judged, stretches = stretchesOf(judged.reading, compiled)) {
      const { reading } = judged;
      const unheard: Loudest = { score: -Infinity, from: reading.judgedFrom, to: reading.tokens.length };
      const loudest: Record<Raised, Loudest> = { worry: unheard, urgent: unheard, immediate: unheard };
      for (const { from, to } of stretches) {
        const heard = take(judged, { from, to });
        scoreBag(levels, bag, shares, levelScores);
        RAISED.forEach((name, lane) => {
          const score = (levelScores[lane] as number) + net.score(heard, lane);
          if (score > loudest[name].score) loudest[name] = { score, from, to };
        });
      }
      return loudest;
    },
    passes(judged, head, stretch) {
      const { threshold } = gates[head];
      return threshold !== null && aboutsOf(judged, stretch)(head) >= threshold;
    },
    kindsOf: (judged, stretch, among) => likeliestKinds(aboutsOf(judged, stretch), among),
    explain(judged, head, stretch) {
      const heard = take(judged, stretch);
      const lane = RAISED.indexOf(head);
      const testimony = new Testimony(stretch, judged.reading);
      for (let at = 0; at < bag.count; at += 1) {
        const weight = weightOf(levels, lane, bag, at, shares);
        if (weight === 0) continue;
        testimony.hear(bag.from[at] as number, bag.to[at] as number, bag.groups[at] as number, weight);
      }
      const { from } = stretch;
      for (const { at, weight } of net.parts(heard, lane))
        if (weight !== 0) testimony.hear(from + at, from + at + 1, MEANING, weight);
      return testimony;
    },
  };
}
