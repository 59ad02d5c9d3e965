import type { Senses } from './senses';
import { createSayings } from './sayings';

/** The width of a word's vector, and how many filters listen to single words and as many to pairs of neighbours. */
export const DIMENSIONS = 64;
export const FILTERS = 48;
/** A word is multiplied with the filters of single words, those of the first of a pair, and those of the second. */
export const SLOTS = 3;
export const ROWS = SLOTS * FILTERS;
/** Filters of single words and of pairs, over the judged stretch and over what was said just before. */
export const POOLED = 4 * FILTERS;
/** Joints listen to all filters together: "money" beside "hotel" says what neither says alone. */
export const JOINTS = 96;

/**
 * A small convolutional network over word vectors (Kim 2014): what each filter hears loudest speaks to each head, by
 * itself and through the joints.
 */
export interface NetWeights {
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
  /** DIMENSIONS numbers a word, and a concept. */
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  /** SLOTS × FILTERS rows of DIMENSIONS. */
  readonly filters: Float32Array;
  /** For single words, then for pairs. */
  readonly filterBias: Float32Array;
  /** POOLED numbers for each head. */
  readonly outputs: Float32Array;
  readonly outputBias: Float32Array;
  /** JOINTS numbers for each of what is POOLED. */
  readonly joints: Float32Array;
  readonly jointBias: Float32Array;
  /** JOINTS numbers for each head. */
  readonly jointOutputs: Float32Array;
}

/** What the filters heard: how loud, and at which word of their part (-1: nowhere); and how loud the joints are of it. */
export interface Heard {
  readonly loud: Float32Array;
  readonly at: Int32Array;
  readonly joined: Float32Array;
}

/** How loud each joint is, written into `joined`. Most filters hear nothing, and say nothing. */
export function join(
  { joints, jointBias }: Pick<NetWeights, 'joints' | 'jointBias'>,
  loud: Float32Array,
  joined: Float32Array,
): void {
  joined.set(jointBias);
  for (let at = 0; at < POOLED; at += 1) {
    const by = loud[at] as number;
    if (by === 0) continue;
    const from = at * JOINTS;
    for (let joint = 0; joint < JOINTS; joint += 1)
      joined[joint] = (joined[joint] as number) + by * (joints[from + joint] as number);
  }
  for (let joint = 0; joint < JOINTS; joint += 1) if ((joined[joint] as number) < 0) joined[joint] = 0;
}

/** Hears with the weights given. */
export function createNet(weights: NetWeights) {
  const say = createSayings(weights, DIMENSIONS);
  const heard = { loud: new Float32Array(POOLED), at: new Int32Array(POOLED), joined: new Float32Array(JOINTS) };
  /** What was said just before is the same for every stretch of a message. */
  let heardBefore: Senses | null = null;

  /** The loudest place of each filter in one part, written from `offset` on. */
  function listen(part: Senses, offset: number): void {
    const { loud, at: places } = heard;
    const { filterBias } = weights;
    loud.fill(0, offset, offset + 2 * FILTERS);
    places.fill(-1, offset, offset + 2 * FILTERS);
    const { length } = part.words;
    let next = say(part, 0);
    for (let at = 0; at < length; at += 1) {
      const here = next;
      next = say(part, at + 1);
      for (let filter = 0; filter < FILTERS; filter += 1) {
        const alone = (filterBias[filter] as number) + (here[filter] as number);
        if (alone > (loud[offset + filter] as number)) {
          loud[offset + filter] = alone;
          places[offset + filter] = at;
        }
      }
      if (at + 1 === length && length > 1) break;
      for (let filter = FILTERS; filter < 2 * FILTERS; filter += 1) {
        const pair = (filterBias[filter] as number) + (here[filter] as number) + (next[filter + FILTERS] as number);
        if (pair > (loud[offset + filter] as number)) {
          loud[offset + filter] = pair;
          places[offset + filter] = at;
        }
      }
    }
  }

  return {
    /** What the filters hear; good until the next call. */
    hear(judged: Senses, earlier: Senses): Heard {
      listen(judged, 0);
      if (heardBefore !== earlier) listen(earlier, 2 * FILTERS);
      heardBefore = earlier;
      join(weights, heard.loud, heard.joined);
      return heard;
    },
    /** What a head makes of it. */
    score({ loud, joined }: Heard, head: number): number {
      let sum = weights.outputBias[head] as number;
      for (let at = 0; at < POOLED; at += 1)
        sum += (weights.outputs[head * POOLED + at] as number) * (loud[at] as number);
      for (let joint = 0; joint < JOINTS; joint += 1)
        sum += (weights.jointOutputs[head * JOINTS + joint] as number) * (joined[joint] as number);
      return sum;
    },
    /** What each filter of the judged part said for a head, by itself and through the joints it moved, over how many words. */
    parts({ loud, at, joined }: Heard, head: number): readonly { at: number; words: number; weight: number }[] {
      const parts: { at: number; words: number; weight: number }[] = [];
      for (let filter = 0; filter < 2 * FILTERS; filter += 1) {
        if (loud[filter] === 0) continue;
        let said = weights.outputs[head * POOLED + filter] as number;
        for (let joint = 0; joint < JOINTS; joint += 1) {
          if (joined[joint] === 0) continue;
          said +=
            (weights.joints[filter * JOINTS + joint] as number) *
            (weights.jointOutputs[head * JOINTS + joint] as number);
        }
        const weight = (loud[filter] as number) * said;
        if (weight !== 0) parts.push({ at: at[filter] as number, words: filter < FILTERS ? 1 : 2, weight });
      }
      return parts;
    },
  };
}
