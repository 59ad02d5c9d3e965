import { CELLS, rowsOf, WAYS } from '../../../safeguarding/classifier/recurrentCells';
import { DIMENSIONS, sizesOf, type NetWeights } from '../../../safeguarding/classifier/net';
import type { Senses } from '../../../safeguarding/classifier/senses';
import { NO_TWIN } from '../lessons/twins';
import type { Vocabulary } from '../lessons/vocabulary';
import { NetTeacher, type Lesson, type Pair } from './netTeacher';
import { randomFrom, shuffle } from './random';
import { SenseList } from './senseList';

/** One thing to learn from. */
export interface NetExample {
  readonly judged: Senses;
  readonly earlier: Senses;
}

const EPOCHS = 4;
const BATCH = 64;
const RATE = 0.002;
/** So many batches until the full rate is reached; from there it falls to nothing. */
const WARMING_UP = 500;

/**
 * Trains the net by Adam, a batch at a time. It learns all heads at once: what kind a disclosure is of teaches it to
 * hear disclosures, though only its levels are used.
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
  const weights = startFrom(vocabulary, isOf.length, next);
  const senses = new SenseList(weights);
  const lessons = examples.map(({ judged, earlier }, index): Lesson => ({
    text: senses.read(judged, earlier),
    answers: Uint8Array.from(isOf, (test) => Number(test(index))),
  }));
  const pairs = lessons.map((lesson, index): Pair => {
    const at = twins[index] as number;
    return { lesson, twin: at === NO_TWIN ? null : (lessons[at] as Lesson) };
  });
  const teacher = new NetTeacher(weights, senses, next);
  const order = examples.map((_, index) => index);
  const steps = EPOCHS * Math.ceil(examples.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, next);
    for (let from = 0; from < order.length; from += BATCH) {
      step += 1;
      const rate = RATE * Math.min(1, step / WARMING_UP) * (1 - (step - 1) / steps);
      teacher.teach(
        order.slice(from, from + BATCH).map((index) => pairs[index] as Pair),
        rate,
      );
    }
  }
  return weights;
}

/** Vectors as they were before anything was learnt of risk, and everything else small and by chance. */
function startFrom(vocabulary: Vocabulary, heads: number, next: () => number): NetWeights {
  const { words, concepts } = vocabulary;
  const sizes = sizesOf(words.size, concepts.size, heads);
  const spread = (length: number, most: number): Float32Array =>
    Float32Array.from({ length }, () => (next() * 2 - 1) * most);
  const vectors = spread(sizes.vectors, 0.09);
  vectors.fill(0, 0, DIMENSIONS);
  for (let word = 1; word < words.size; word += 1) {
    const vector = vocabulary.vectors.subarray(word * DIMENSIONS, (word + 1) * DIMENSIONS);
    if (vector.some((number) => number !== 0)) vectors.set(vector, word * DIMENSIONS);
  }
  return {
    words,
    concepts,
    vectors,
    conceptVectors: spread(sizes.conceptVectors, 0.09),
    filters: spread(sizes.filters, 0.09),
    bias: keepingAtFirst(sizes.bias),
    outputs: spread(sizes.outputs, 0.05),
    outputBias: new Float32Array(sizes.outputBias),
    joints: spread(sizes.joints, 0.05),
    jointBias: new Float32Array(sizes.jointBias),
    jointOutputs: spread(sizes.jointOutputs, 0.1),
  };
}

/** At first a cell keeps rather more than it takes in. */
function keepingAtFirst(length: number): Float32Array {
  const bias = new Float32Array(length);
  for (let way = 0; way < WAYS; way += 1) bias.fill(0.5, rowsOf(way).keep, rowsOf(way).keep + CELLS);
  return bias;
}
