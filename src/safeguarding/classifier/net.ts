import {
  CELLS,
  cellsFor,
  holdOneWay,
  ROWS,
  takeInOneWay,
  WAYS,
  waysThrough,
  type Cells,
  type Said,
} from './recurrentCells';
import { createSayings } from './sayings';
import type { Senses } from './senses';
import { STRETCH } from './stretches';

/** How many numbers stand for one word. */
export const DIMENSIONS = 64;
/** Two numbers a cell after pooling: the largest value it held over the judged words, and how much it held overall. */
export const POOLED = 2 * WAYS * CELLS;
/**
 * Units of the hidden layer ("joints"). Each sees all pooled cells, so that "money" and "hotel" together can mean more
 * than each alone.
 */
export const JOINTS = 96;
/** How many words of the earlier messages the net reads before the judged message. */
const EARLIER_WORDS = 40;
export const MOST_WORDS = EARLIER_WORDS + 1 + STRETCH;

/**
 * The weights of a small recurrent network over word vectors. The cells read the end of the earlier messages and then
 * the judged message, forwards; other cells read the judged message backwards. What the cells held is pooled, and each
 * head scores it, directly and through a hidden layer (the joints).
 */
export interface NetWeights {
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
  /** DIMENSIONS numbers a word, and a concept; and last what stands before the first judged word, and over all earlier ones. */
  readonly vectors: Float32Array;
  readonly conceptVectors: Float32Array;
  /** ROWS rows of DIMENSIONS, and a number for each of them. */
  readonly filters: Float32Array;
  readonly bias: Float32Array;
  /** POOLED numbers for each head. */
  readonly outputs: Float32Array;
  readonly outputBias: Float32Array;
  /** JOINTS numbers for each pooled value. */
  readonly joints: Float32Array;
  readonly jointBias: Float32Array;
  /** JOINTS numbers for each head. */
  readonly jointOutputs: Float32Array;
}

/** How many numbers each table of a net has. */
export function sizesOf(words: number, concepts: number, heads: number) {
  return {
    vectors: (words + 1) * DIMENSIONS,
    conceptVectors: (concepts + 1) * DIMENSIONS,
    filters: ROWS * DIMENSIONS,
    bias: ROWS,
    outputs: heads * POOLED,
    outputBias: heads,
    joints: POOLED * JOINTS,
    jointBias: JOINTS,
    jointOutputs: heads * JOINTS,
  };
}

/**
 * One text out of three parts: the end of the earlier messages, a mark where the judged message begins, and the
 * message.
 */
export function joinTexts(
  judged: Senses,
  earlier: Senses,
  { words, concepts }: Pick<NetWeights, 'words' | 'concepts'>,
): Senses {
  const last = Math.max(0, earlier.words.length - EARLIER_WORDS);
  return {
    words: [...earlier.words.slice(last), words.size, ...judged.words.slice(0, STRETCH)],
    concepts: [
      ...earlier.concepts.slice(last).map((over) => [...over, concepts.size]),
      [],
      ...judged.concepts.slice(0, STRETCH),
    ],
  };
}

/** What the cells held: the most, and on the whole; where they held most, counted from the first word of all; and how loud the joints are of it. */
export interface Heard {
  readonly said: Said;
  readonly judgedFrom: number;
  readonly loud: Float32Array;
  readonly at: Int32Array;
  readonly joined: Float32Array;
}

/** How loud each joint is, written into `joined`; four at a time, for this is asked of every message. */
export function join(
  { joints, jointBias }: Pick<NetWeights, 'joints' | 'jointBias'>,
  loud: Float32Array,
  joined: Float32Array,
): void {
  joined.set(jointBias);
  for (let at = 0; at < POOLED; at += 4) {
    const first = loud[at] as number;
    const second = loud[at + 1] as number;
    const third = loud[at + 2] as number;
    const fourth = loud[at + 3] as number;
    if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
    const a = at * JOINTS;
    const b = a + JOINTS;
    const c = b + JOINTS;
    const e = c + JOINTS;
    for (let joint = 0; joint < JOINTS; joint += 1)
      joined[joint] =
        (joined[joint] as number) +
        first * (joints[a + joint] as number) +
        second * (joints[b + joint] as number) +
        third * (joints[c + joint] as number) +
        fourth * (joints[e + joint] as number);
  }
  for (let joint = 0; joint < JOINTS; joint += 1) if ((joined[joint] as number) < 0) joined[joint] = 0;
}

/** The most each cell of one way held over the judged words, where, and how much it held on the whole. */
export function pool(
  { held }: Cells,
  way: number,
  judgedFrom: number,
  length: number,
  { loud, at: places }: Pick<Heard, 'loud' | 'at'>,
): void {
  const most = way * CELLS;
  const whole = (WAYS + way) * CELLS;
  loud.fill(0, most, most + CELLS).fill(0, whole, whole + CELLS);
  places.fill(judgedFrom, most, most + CELLS);
  if (judgedFrom >= length) return;
  for (let at = judgedFrom; at < length; at += 1) {
    for (let cell = 0; cell < CELLS; cell += 1) {
      const here = held[at * CELLS + cell] as number;
      loud[whole + cell] = (loud[whole + cell] as number) + here;
      if (here > (loud[most + cell] as number)) {
        loud[most + cell] = here;
        places[most + cell] = at;
      }
    }
  }
  for (let cell = 0; cell < CELLS; cell += 1)
    loud[whole + cell] = (loud[whole + cell] as number) / (length - judgedFrom);
}

/** Makes a scorer of texts out of these weights. */
export function createNet(weights: NetWeights) {
  const say = createSayings(weights, DIMENSIONS);
  const cells = [cellsFor(MOST_WORDS), cellsFor(MOST_WORDS)] as const;
  const loud = new Float32Array(POOLED);
  const at = new Int32Array(WAYS * CELLS);
  const joined = new Float32Array(JOINTS);

  return {
    /** Runs the cells over a text and pools them. The result is reused: it is valid only until the next call. */
    hear(judged: Senses, earlier: Senses): Heard {
      const text = joinTexts(judged, earlier, weights);
      const said = say(text);
      const { length } = text.words;
      const heard = { said, judgedFrom: length - Math.min(judged.words.length, STRETCH), loud, at, joined };
      for (const way of waysThrough(heard.judgedFrom, length)) {
        holdOneWay(said, way, (cells[way.way] as Cells).held);
        pool(cells[way.way] as Cells, way.way, heard.judgedFrom, length, heard);
      }
      join(weights, loud, joined);
      return heard;
    },
    /** The score of one head. */
    score({ loud, joined }: Heard, head: number): number {
      let sum = weights.outputBias[head] as number;
      for (let at = 0; at < POOLED; at += 1)
        sum += (weights.outputs[head * POOLED + at] as number) * (loud[at] as number);
      for (let joint = 0; joint < JOINTS; joint += 1)
        sum += (weights.jointOutputs[head * JOINTS + joint] as number) * (joined[joint] as number);
      return sum;
    },
    /**
     * How much each judged word of the text heard last added to the score of a head. Exact, because a cell holds a sum:
     * what the word brought in, as far as it was kept, times what that is worth to the head, directly and through the
     * joints.
     */
    parts({ said, judgedFrom, at: places, joined }: Heard, head: number): readonly { at: number; weight: number }[] {
      const { length } = said.places;
      const brought = new Float64Array(length);
      const worthOf = worthTo(head, joined);
      for (const reads of waysThrough(judgedFrom, length)) {
        const { way, first, end, step } = reads;
        const { fresh, kept } = cells[way] as Cells;
        takeInOneWay(said, reads, cells[way] as Cells);
        for (let cell = 0; cell < CELLS; cell += 1) {
          const most = way * CELLS + cell;
          const forMost = worthOf(most);
          const forWhole = worthOf(WAYS * CELLS + most) / Math.max(1, length - judgedFrom);
          let counts = 0;
          for (let at = end - step; at !== first - step; at -= step) {
            if (at >= judgedFrom) counts += forWhole;
            if (at === places[most] && at >= judgedFrom) counts += forMost;
            const keep = kept[at * CELLS + cell] as number;
            brought[at] = (brought[at] as number) + counts * (1 - keep) * (fresh[at * CELLS + cell] as number);
            counts *= keep;
          }
        }
      }
      return Array.from(brought.subarray(judgedFrom), (weight, at) => ({ at, weight }));
    },
  };

  /** Tells how much a head gains when one pooled value grows by one, with the joints as they are now: silent ones add nothing. */
  function worthTo(head: number, joined: Float32Array): (pooled: number) => number {
    const loud: number[] = [];
    for (let joint = 0; joint < JOINTS; joint += 1) if (joined[joint] !== 0) loud.push(joint);
    const { outputs, joints, jointOutputs } = weights;
    return (pooled) => {
      let worth = outputs[head * POOLED + pooled] as number;
      for (let each = 0; each < loud.length; each += 1) {
        const joint = loud[each] as number;
        worth += (joints[pooled * JOINTS + joint] as number) * (jointOutputs[head * JOINTS + joint] as number);
      }
      return worth;
    };
  }
}
