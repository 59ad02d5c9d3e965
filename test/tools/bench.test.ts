import { main } from '../../src/tools/bench';
import { median, percentile } from '../../src/tools/bench/figure';
import { toTable } from '../../src/tools/bench/print';
import { phoneOf, benchRoster } from '../../src/tools/bench/roster';
import { run } from './run';

test.each([
  [[5, 1, 3], 0.5, 3],
  [[1, 2, 3, 4], 0.99, 4],
  [[7], 0.99, 7],
  [[], 0.5, NaN],
])('of %j the share %d lies below %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('the median is the middle one', () => expect(median([9, 1, 5])).toBe(5));

test('the table says which bars are missed, and nothing where a run says nothing', () => {
  const figure = { measured: '1', beside: '', bar: '' };
  const table = toTable([
    { ...figure, what: 'a', holds: true },
    { ...figure, what: 'b', holds: false },
    { ...figure, what: 'c', holds: null },
  ]);
  expect(
    table
      .trim()
      .split('\n')
      .slice(-3)
      .map((line) => line.split(/\s+/).at(-1)),
  ).toEqual(['holds', 'MISSED', '1']);
});

test('the crowd has numbers nobody has, each its own', () => {
  const { practitioners, youngPeople, organisation } = benchRoster(500);
  const phones = [...practitioners, ...youngPeople, organisation].map(({ phone }) => phone);
  expect(phones.filter((phone) => !/^\+44(7700900|1632960)\d{3}$/.test(phone ?? ''))).toEqual([]);
  expect(new Set(phones).size).toBe(phones.length);
  expect(phones).toContain(phoneOf(499));
});

test('a part nobody can measure is refused in words', async () => {
  expect(await run(main, 'weather')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('"weather"'),
  });
});
