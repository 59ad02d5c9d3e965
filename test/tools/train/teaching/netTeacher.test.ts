import { createNet, DIMENSIONS, type NetWeights } from '../../../../src/safeguarding/classifier/net';
import type { Senses } from '../../../../src/safeguarding/classifier/senses';
import { NetTeacher } from '../../../../src/tools/train/teaching/netTeacher';
import { randomFrom } from '../../../../src/tools/train/teaching/random';
import { SenseList } from '../../../../src/tools/train/teaching/senseList';
import { fewWords, manyWords, nothing, oneWord, someNet } from '../../../safeguarding/classifier/support/someNet';

/** Levels first, as the heads are. */
const ANSWERS = [1, 1, 0, 0, 1, 0];
const OF_THE_TWIN = [1, 0, 0, 1, 0, 0];
const TABLES = [
  ...(['vectors', 'conceptVectors', 'filters', 'bias', 'outputs'] as const),
  ...(['outputBias', 'joints', 'jointBias', 'jointOutputs'] as const),
];
/** What is left when nothing is hidden counts as if three in ten were. */
const KEPT = 1 / 0.7;
/** A number is moved by so much to see what that does. */
const A_LITTLE = 1e-3;

const [message, earlier, twin] = [manyWords, oneWord, fewWords];

function scoresOf(weights: NetWeights, judged: Senses, before: Senses): number[] {
  const times = (table: Float32Array): Float32Array => table.map((number) => number * KEPT);
  const { outputs, joints, jointOutputs } = weights;
  const net = createNet({
    ...weights,
    outputs: times(outputs),
    joints: times(joints),
    jointOutputs: times(jointOutputs),
  });
  const heard = net.hear(judged, before);
  return ANSWERS.map((_, head) => net.score(heard, head));
}

/** How wrong a net is about the message: alone, and, at the level that tells them apart, beside its twin. */
function lossOf(weights: NetWeights, twinScores: readonly number[]): number {
  return scoresOf(weights, message, earlier).reduce((sum, score, head) => {
    const answer = ANSWERS[head] as number;
    const alone = (Math.log(1 + Math.exp(score)) - answer * score) * (head < 3 ? 1 : 0.3);
    const side = answer - (OF_THE_TWIN[head] as number);
    const apart = side * (score - (twinScores[head] as number)) - 1;
    return sum + alone + (head < 3 && side !== 0 ? 2 * Math.log(1 + Math.exp(-apart)) : 0);
  }, 0);
}

test.each(TABLES)('a first lesson moves every number of %s to where the net is less wrong', (name) => {
  const before = someNet(ANSWERS.length);
  const after = someNet(ANSWERS.length);
  const twinScores = scoresOf(before, twin, nothing);
  const senses = new SenseList(after);
  const lesson = { text: senses.read(message, earlier), answers: Uint8Array.from(ANSWERS) };
  const beside = { text: senses.read(twin, nothing), answers: Uint8Array.from(OF_THE_TWIN) };
  new NetTeacher(after, senses, () => 0.99).teach([{ lesson, twin: beside }], 1e-4);
  const table = before[name];
  const next = randomFrom(5);
  let moved = 0;
  for (let sample = 0; sample < 60; sample += 1) {
    const at = Math.floor(next() * table.length);
    if (name === 'vectors' && at < DIMENSIONS) continue;
    const was = table[at] as number;
    const slope = [A_LITTLE, -A_LITTLE].map((by) => {
      table[at] = was + by;
      return lossOf(before, twinScores) / by;
    });
    table[at] = was;
    const steepness = ((slope[0] as number) + (slope[1] as number)) / 2;
    if (Math.abs(steepness) < 0.003) continue;
    moved += 1;
    expect(Math.sign((after[name][at] as number) - was)).toBe(-Math.sign(steepness));
  }
  expect(moved).toBeGreaterThan(0);
});

test('the unknown word goes on meaning nothing', () => {
  const weights = someNet(ANSWERS.length);
  const senses = new SenseList(weights);
  const lesson = {
    text: senses.read({ words: [0, 1], concepts: [[], []] }, nothing),
    answers: Uint8Array.from(ANSWERS),
  };
  new NetTeacher(weights, senses, () => 0.99).teach([{ lesson, twin: null }], 1e-2);
  expect([...weights.vectors.subarray(0, DIMENSIONS)].every((number) => number === 0)).toBe(true);
  expect(weights.vectors.slice(DIMENSIONS, 2 * DIMENSIONS)).not.toEqual(
    someNet(ANSWERS.length).vectors.slice(DIMENSIONS, 2 * DIMENSIONS),
  );
});
