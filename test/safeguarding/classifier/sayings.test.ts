import { createSayings } from '../../../src/safeguarding/classifier/sayings';

const DIMENSIONS = 2;
const tables = {
  vectors: Float32Array.of(1, 2, 3, 4),
  conceptVectors: Float32Array.of(8, 0, 0, 16, 32, 64),
  filters: Float32Array.of(1, 0, 0, 1, 1, 1),
};
/** More ways for a word to stand under concepts than are remembered. */
const MANY = 6_000;

/** Concepts 0 to 2, as many as the number has digits in base three. */
function conceptsOf(number: number): number[] {
  return [...number.toString(3)].map(Number);
}

test('a word says what it means and what every concept over it means, however often it is asked', () => {
  const say = createSayings(tables, DIMENSIONS);
  const senses = { words: [1, 0], concepts: [[0, 2], []] };
  const said = () => [0, 1, 2].map((at) => [...say(senses, at)]);
  const first = said();
  expect(first).toEqual([
    [43, 68, 111],
    [1, 2, 3],
    [0, 0, 0],
  ]);
  expect(said()).toEqual(first);
});

test('it says the same once more has been heard than is remembered', () => {
  const say = createSayings(tables, DIMENSIONS);
  const all = Array.from({ length: MANY }, (_, number) => [...say({ words: [1], concepts: [conceptsOf(number)] }, 0)]);
  const again = all.map((_, number) => [
    ...createSayings(tables, DIMENSIONS)({ words: [1], concepts: [conceptsOf(number)] }, 0),
  ]);
  expect(all).toEqual(again);
  expect([...say({ words: [1], concepts: [[]] }, 0)]).toEqual([3, 4, 7]);
});
