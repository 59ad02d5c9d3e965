import { Paths, ROOT } from '../../../src/safeguarding/patterns/paths';

/** From the root and from each node made there, by every number below `width`. */
function growTwoDeep(paths: Paths, width: number): readonly (readonly [from: number, by: number, to: number])[] {
  const first = Array.from({ length: width }, (_, by) => [ROOT, by, paths.grow(ROOT, by)] as const);
  return first.flatMap((step) => [
    step,
    ...Array.from({ length: width }, (_, by) => [step[2], by, paths.grow(step[2], by)] as const),
  ]);
}

test('every step is found again, however many are made, and no two lead to one node', () => {
  const paths = new Paths(4);
  const steps = growTwoDeep(paths, 50);
  expect(steps.every(([from, by, to]) => paths.step(from, by) === to && paths.grow(from, by) === to)).toBe(true);
  expect(new Set(steps.map(([, , to]) => to)).size).toBe(50 + 50 * 50);
});

test('where nobody went, no step leads', () => {
  const paths = new Paths(4);
  growTwoDeep(paths, 20);
  expect([paths.step(ROOT, 20), paths.step(1, 20), paths.step(9999, 0)]).toEqual([ROOT, ROOT, ROOT]);
});

test('paths laid out before are walked as they were, and grow on', () => {
  const before = new Paths(4);
  const steps = growTwoDeep(before, 20);
  const paths = new Paths(before.table());
  expect(steps.every(([from, by, to]) => paths.step(from, by) === to)).toBe(true);
  const added = paths.grow(ROOT, 1000);
  expect(paths.step(ROOT, 1000)).toBe(added);
  expect(steps.some(([, , to]) => to === added)).toBe(false);
});
