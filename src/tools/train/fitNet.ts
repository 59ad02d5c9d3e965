import { DIMENSIONS, FILTERS, JOINTS, POOLED, SLOTS, type NetWeights } from '../../safeguarding/classifier/net';
import type { Senses } from '../../safeguarding/classifier/senses';
import { NetTeacher, type Lesson } from './netTeacher';
import { randomFrom, shuffle } from './random';
import { NO_TWIN } from './twins';
import type { Vocabulary } from './vocabulary';

/** One thing to learn from. */
export interface NetExample {
  readonly judged: Senses;
  readonly earlier: Senses;
}

const EPOCHS = 6;

/**
 * Trains the net by AdaGrad (Duchi, Hazan and Singer 2011), one message after the other. It learns all heads at once:
 * what kind a disclosure is of teaches it to hear disclosures, though only its levels are used.
 */
export function fitNet(
  examples: readonly NetExample[],
  /** For each head, whether an example is of it. */
  isOf: readonly ((index: number) => boolean)[],
  /** Where each example's twin stands. */
  twins: Int32Array,
  vocabulary: Vocabulary,
  seed: number,
): NetWeights {
  const next = randomFrom(seed);
  const spread = (length: number, most: number): Float32Array =>
    Float32Array.from({ length }, () => (next() * 2 - 1) * most);
  const weights: NetWeights = {
    words: vocabulary.words,
    concepts: vocabulary.concepts,
    vectors: vocabulary.vectors.slice(),
    conceptVectors: spread(vocabulary.concepts.size * DIMENSIONS, 0.09),
    filters: spread(SLOTS * FILTERS * DIMENSIONS, 0.3),
    filterBias: new Float32Array(2 * FILTERS).fill(0.01),
    outputs: spread(isOf.length * POOLED, 0.09),
    outputBias: new Float32Array(isOf.length).fill(-1),
    joints: spread(POOLED * JOINTS, 0.07),
    jointBias: new Float32Array(JOINTS).fill(0.01),
    jointOutputs: spread(isOf.length * JOINTS, 0.1),
  };
  const answers = examples.map((_, index) => Uint8Array.from(isOf, (test) => Number(test(index))));
  const taughtBy = (index: number): Lesson => ({
    example: examples[index] as NetExample,
    answers: answers[index] as Uint8Array,
  });
  const teacher = new NetTeacher(weights, next);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, next);
    for (const index of order) {
      const at = twins[index] as number;
      const twin = at === NO_TWIN ? null : taughtBy(at);
      teacher.teach(taughtBy(index), twin);
    }
  }
  return weights;
}
