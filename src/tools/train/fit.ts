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

/** What one mistake costs beside one unit of weight: greater learns the examples closer by heart. */
const COST = 4;
const PASSES = 8;

/**
 * Logistic regression with an L2 penalty, by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013): each
 * example keeps how hard it pulls, and in every pass is moved towards how wrong it still is. It needs no step size,
 * and the same examples and seed give the same weights to the last bit. `narrowing`: bits by which buckets are folded.
 */
export function fit(
  examples: readonly Example[],
  isPositive: (index: number) => boolean,
  { seed, buckets, narrowing = 0 }: { seed: number; buckets: number; narrowing?: number },
): Fitted {
  const weights = new Float64Array(buckets >> narrowing);
  const pulls = new Float64Array(examples.length);
  const norms = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = examples.map((_, index) => index);
  const next = randomFrom(seed);
  let bias = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, next);
    for (const index of order) {
      const { buckets: at, values } = examples[index] as Example;
      const sign = isPositive(index) ? 1 : -1;
      let score = bias;
      for (let k = 0; k < at.length; k += 1) score += value(weights, at, k, narrowing) * (values[k] as number);
      const wrong = COST / (1 + Math.exp(sign * score));
      const change = (wrong - (pulls[index] as number)) / (1 + ((norms[index] as number) * COST) / 4);
      pulls[index] = (pulls[index] as number) + change;
      bias += change * sign;
      for (let k = 0; k < at.length; k += 1) {
        const bucket = (at[k] as number) >>> narrowing;
        weights[bucket] = (weights[bucket] as number) + change * sign * (values[k] as number);
      }
    }
  }
  return { bias, weights };
}

function value(weights: Float64Array, at: Int32Array, k: number, narrowing: number): number {
  return weights[(at[k] as number) >>> narrowing] as number;
}
