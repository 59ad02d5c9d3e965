import { createSayings } from '../../../src/safeguarding/classifier/sayings';
import type { Senses } from '../../../src/safeguarding/classifier/senses';

const DIMENSIONS = 2;
const ROWS = 3;
const tables = {
  vectors: Float32Array.of(1, 2, 3, 4),
  conceptVectors: Float32Array.of(8, 0, 0, 16, 32, 64),
  filters: Float32Array.of(1, 0, 0, 1, 1, 1),
  bias: Float32Array.of(0, 0, 500),
};
/** More ways for a word to stand under concepts than are remembered. */
const MANY = 6_000;

/** Asks for the sayings of texts one after the other. */
function speaker(): (senses: Senses) => number[][] {
  const say = createSayings(tables, DIMENSIONS);
  return (senses) => {
    const { table, places } = say(senses);
    return Array.from(places, (place) => [...table.subarray(place, place + ROWS)]);
  };
}

/** Concepts 0 to 2, as many as the number has digits in base three. */
function underConcepts(number: number): Senses {
  return { words: [1], concepts: [[...number.toString(3)].map(Number)] };
}

test('a word says what it means and what every concept over it means, however often it is asked', () => {
  const said = speaker();
  const senses = { words: [1, 0], concepts: [[0, 2], []] };
  const first = said(senses);
  expect(first).toEqual([
    [43, 68, 611],
    [1, 2, 503],
  ]);
  expect(said(senses)).toEqual(first);
});

test('it says the same once more has been heard than is remembered', () => {
  const said = speaker();
  const all = Array.from({ length: MANY }, (_, number) => said(underConcepts(number)));
  const again = all.map((_, number) => speaker()(underConcepts(number)));
  expect(all).toEqual(again);
  expect(said({ words: [1], concepts: [[]] })).toEqual([[3, 4, 507]]);
});
