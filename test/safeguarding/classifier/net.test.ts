import { CELLS, KEEPING, rowsOf, WAYS } from '../../../src/safeguarding/classifier/recurrentCells';
import { createNet, DIMENSIONS, JOINTS, POOLED } from '../../../src/safeguarding/classifier/net';
import type { Senses } from '../../../src/safeguarding/classifier/senses';
import { fewWords, manyWords, nothing, oneWord, someNet } from './support/someNet';

const weights = someNet(1);
const [WORDS, CONCEPTS] = [weights.words.size, weights.concepts.size];

/** The same written down as its definition, without anything worked out before. */
function byDefinition(judged: Senses, earlier: Senses): number {
  const words = [...earlier.words, WORDS, ...judged.words];
  const concepts = [...earlier.concepts.map((over) => [...over, CONCEPTS]), [], ...judged.concepts];
  const judgedFrom = earlier.words.length + 1;
  const says = (at: number, row: number): number =>
    Array.from({ length: DIMENSIONS }, (_, d) => d).reduce((sum, d) => {
      const meaning = (concepts[at] as number[]).reduce(
        (all, concept) => all + (weights.conceptVectors[concept * DIMENSIONS + d] as number),
        weights.vectors[(words[at] as number) * DIMENSIONS + d] as number,
      );
      return sum + meaning * (weights.filters[row * DIMENSIONS + d] as number);
    }, weights.bias[row] as number);
  /** What one cell held at each word, in the order in which it read them. */
  const held = (way: number, cell: number, order: readonly number[]): number[] => {
    const rows = rowsOf(way);
    let holds = 0;
    return order.map((at, index) => {
      const before = order[index - 1];
      const said = (here: number, beside: number): number =>
        says(at, here + cell) + (before === undefined ? 0 : says(before, beside + cell));
      const news = Math.max(0, said(rows.fresh, rows.freshNext));
      const keep = Math.min(1, Math.max(0, said(rows.keep, rows.keepNext) * KEEPING + 0.5));
      holds = keep * holds + (1 - keep) * news;
      return holds;
    });
  };
  const onwards = words.map((_, at) => at);
  const judgedHeld = Array.from({ length: WAYS * CELLS }, (_, cell) =>
    cell < CELLS
      ? held(0, cell, onwards).slice(judgedFrom)
      : held(1, cell - CELLS, onwards.slice(judgedFrom).reverse()),
  );
  const pooled = [
    ...judgedHeld.map((all) => Math.max(0, ...all)),
    ...judgedHeld.map((all) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length)),
  ];
  const alone = pooled.reduce((sum, loud, at) => sum + loud * (weights.outputs[at] as number), 0);
  const joined = Array.from(weights.jointOutputs, (output, joint) => {
    const heard = pooled.reduce((sum, loud, at) => sum + loud * (weights.joints[at * JOINTS + joint] as number), 0);
    return output * Math.max(0, heard + (weights.jointBias[joint] as number));
  }).reduce((sum, said) => sum + said, 0);
  expect(pooled).toHaveLength(POOLED);
  return (weights.outputBias[0] as number) + alone + joined;
}

test.each([
  ['nothing', nothing, nothing],
  ['one word', oneWord, nothing],
  ['several words under concepts', manyWords, nothing],
  ['one word after several', oneWord, manyWords],
  ['the same words again', manyWords, manyWords],
])('what the net makes of %s is what its definition says', (_, judged, earlier) => {
  const net = createNet(weights);
  net.hear(manyWords, fewWords);
  expect(net.score(net.hear(judged, earlier), 0)).toBeCloseTo(byDefinition(judged, earlier), 3);
});

test('what the judged words are said to have brought adds up to the score, where nothing else brings anything', () => {
  const vectors = weights.vectors.slice().fill(0, WORDS * DIMENSIONS);
  const silent = { vectors, bias: new Float32Array(weights.bias.length) };
  const net = createNet({ ...weights, ...silent, jointBias: new Float32Array(JOINTS) });
  const heard = net.hear(manyWords, nothing);
  const parts = net.parts(heard, 0);
  expect(parts.map(({ at }) => at)).toEqual(manyWords.words.map((_, at) => at));
  const brought = parts.reduce((sum, { weight }) => sum + weight, weights.outputBias[0] as number);
  expect(brought).toBeCloseTo(net.score(heard, 0), 3);
});
