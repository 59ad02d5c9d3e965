import {
  createNet,
  DIMENSIONS,
  FILTERS,
  JOINTS,
  POOLED,
  SLOTS,
  type NetWeights,
} from '../../../src/safeguarding/classifier/net';
import type { Senses } from '../../../src/safeguarding/classifier/senses';
import { randomFrom } from '../../../src/tools/train/random';

const next = randomFrom(7);
const table = (length: number): Float32Array => Float32Array.from({ length }, () => next() - 0.5);
const weights: NetWeights = {
  words: new Map(),
  concepts: new Map(),
  vectors: table(5 * DIMENSIONS),
  conceptVectors: table(3 * DIMENSIONS),
  filters: table(SLOTS * FILTERS * DIMENSIONS),
  filterBias: table(2 * FILTERS),
  outputs: table(POOLED),
  outputBias: table(1),
  joints: table(POOLED * JOINTS),
  jointBias: table(JOINTS),
  jointOutputs: table(JOINTS),
};

/** The same written down as its definition, without anything remembered. */
function byDefinition(judged: Senses, earlier: Senses): number {
  const vectorOf = ({ words, concepts }: Senses, at: number, d: number): number =>
    at >= words.length
      ? 0
      : (concepts[at] ?? []).reduce(
          (sum, concept) => sum + (weights.conceptVectors[concept * DIMENSIONS + d] as number),
          weights.vectors[(words[at] as number) * DIMENSIONS + d] as number,
        );
  const product = (part: Senses, at: number, row: number): number =>
    Array.from({ length: DIMENSIONS }, (_, d) => d).reduce(
      (sum, d) => sum + vectorOf(part, at, d) * (weights.filters[row * DIMENSIONS + d] as number),
      0,
    );
  const loudest = (part: Senses, filter: number): number => {
    const pairs = filter >= FILTERS;
    const places = pairs ? Math.max(Math.min(1, part.words.length), part.words.length - 1) : part.words.length;
    const said = Array.from(
      { length: places },
      (_, at) =>
        (weights.filterBias[filter] as number) +
        product(part, at, filter) +
        (pairs ? product(part, at + 1, filter + FILTERS) : 0),
    );
    return Math.max(0, ...said);
  };
  const pooled = [judged, earlier].flatMap((part) =>
    Array.from({ length: 2 * FILTERS }, (_, filter) => loudest(part, filter)),
  );
  const alone = pooled.reduce((sum, loud, at) => sum + loud * (weights.outputs[at] as number), 0);
  const joined = Array.from(weights.jointOutputs, (output, joint) => {
    const heard = pooled.reduce((sum, loud, at) => sum + loud * (weights.joints[at * JOINTS + joint] as number), 0);
    return output * Math.max(0, heard + (weights.jointBias[joint] as number));
  }).reduce((sum, said) => sum + said, 0);
  return (weights.outputBias[0] as number) + alone + joined;
}

const nothing: Senses = { words: [], concepts: [] };
const one: Senses = { words: [4], concepts: [[]] };
const many: Senses = { words: [1, 2, 0, 3, 2], concepts: [[], [0, 2], [1], [], [0]] };

test.each([
  ['nothing', nothing, nothing],
  ['one word', one, nothing],
  ['several words under concepts', many, nothing],
  ['one word after several', one, many],
  ['the same words again', many, many],
])('what the net makes of %s is what its definition says', (_, judged, earlier) => {
  const net = createNet(weights);
  net.hear(many, many);
  expect(net.score(net.hear(judged, earlier), 0)).toBeCloseTo(byDefinition(judged, earlier), 3);
});

test('what a filter of the judged words said points at the words it heard', () => {
  const net = createNet(weights);
  for (const { at, words } of net.parts(net.hear(many, one), 0)) {
    expect(at + words).toBeLessThanOrEqual(many.words.length);
    expect(at).toBeGreaterThanOrEqual(0);
  }
});
