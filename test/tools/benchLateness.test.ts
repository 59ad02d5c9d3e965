import { openBenchHouse, type BenchHouse } from '../../src/tools/bench/benchHouse';
import { measureLateness } from '../../src/tools/bench/lateness';

let bench: BenchHouse;
beforeAll(async () => {
  bench = await openBenchHouse('embedded', 1);
});
afterAll(() => bench.close());

test('every step is measured, the halves apart, and those that are not yet due are no part of it', async () => {
  const flushedAt: string[] = [];
  const flush = async () => void flushedAt.push(bench.house.clock.now());
  const { before, afterwards } = await measureLateness(bench, { waiting: 60, due: 40, overMs: 1_000 }, flush);
  expect([before, afterwards]).toMatchObject([
    { due: 20, undone: 0 },
    { due: 20, undone: 0 },
  ]);
  expect(flushedAt).toHaveLength(1);
  expect(before.longestMs).toBeGreaterThanOrEqual(before.p99Ms);
}, 30_000);

test('a step that had to wait for the record is as late as it waited', async () => {
  const waitedMs = 1_500;
  const busy = async () => {
    await bench.house.ctx.record.transaction(() => new Promise((resolve) => setTimeout(resolve, waitedMs)));
  };
  const { afterwards } = await measureLateness(bench, { waiting: 40, due: 40, overMs: 1_000 }, busy);
  expect(afterwards?.longestMs).toBeGreaterThan(waitedMs / 2);
  expect(afterwards).toMatchObject({ due: 20, undone: 0 });
}, 30_000);
