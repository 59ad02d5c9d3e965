import { randomFrom, shuffle } from './random';

/** One thing to learn from, as numbers. */
export interface Example {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

const RATE = 0.3;
/** How much of itself a weight loses whenever its feature is met. */
const SHRINK = 1e-3;
const START = 0.01;
/** A feature met less often teaches nothing: what stood once in one message stands by chance. */
const FEWEST_MEETINGS = 2;

/**
 * Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), one example after the other: a weight moves less the
 * more it has been moved, so that rare words learn as much as they can. The same examples and seed give the same
 * weights to the last bit. `narrowing`: bits by which buckets are folded.
 */
export function fit(
  examples: readonly Example[],
  isPositive: (index: number) => boolean,
  { seed, buckets, passes, narrowing = 0 }: { seed: number; buckets: number; passes: number; narrowing?: number },
): Fitted {
  const width = buckets >> narrowing;
  /** Each weight beside how much it has been moved: memory is what this waits for. */
  const table = new Float64Array(2 * width);
  const met = countMeetings(examples, width, narrowing);
  const order = examples.map((_, index) => index);
  const next = randomFrom(seed);
  let bias = 0;
  let biasMoved = 1;
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, next);
    for (const index of order) {
      const { buckets: at, values } = examples[index] as Example;
      let score = bias;
      for (let k = 0; k < at.length; k += 1)
        score += (table[2 * ((at[k] as number) >>> narrowing)] as number) * (values[k] as number);
      const wrong = 1 / (1 + Math.exp(-score)) - Number(isPositive(index));
      biasMoved += wrong * wrong;
      bias -= (RATE * wrong) / Math.sqrt(biasMoved);
      for (let k = 0; k < at.length; k += 1) {
        const bucket = (at[k] as number) >>> narrowing;
        if ((met[bucket] as number) < FEWEST_MEETINGS) continue;
        const weight = table[2 * bucket] as number;
        const by = wrong * (values[k] as number) + SHRINK * weight;
        const sum = (table[2 * bucket + 1] as number) + by * by;
        table[2 * bucket + 1] = sum;
        table[2 * bucket] = weight - (RATE * by) / Math.sqrt(START + sum);
      }
    }
  }
  const weights = new Float64Array(width);
  for (let at = 0; at < width; at += 1) weights[at] = table[2 * at] as number;
  return { bias, weights };
}

function countMeetings(examples: readonly Example[], length: number, narrowing: number): Uint8Array {
  const met = new Uint8Array(length);
  for (const { buckets } of examples) {
    for (const bucket of buckets) {
      const at = bucket >>> narrowing;
      if ((met[at] as number) < FEWEST_MEETINGS) met[at] = (met[at] as number) + 1;
    }
  }
  return met;
}
