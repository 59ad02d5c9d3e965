import { openBenchHouse, type BenchHouse } from '../../src/tools/bench/benchHouse';
import { countLate, measureNotices } from '../../src/tools/bench/notices';

const ONE_DISCLOSURE = { people: 1, perSecond: 10, seconds: 0.1 };

let bench: BenchHouse;
beforeAll(async () => {
  bench = await openBenchHouse('embedded', 1);
});
afterAll(() => bench.close());

test('a notice that waited on the disk while the record was busy is measured, and not counted as lost', async () => {
  const answered: Promise<unknown>[] = [];
  let begun = () => {};
  const texted = new Promise<void>((resolve) => (begun = resolve));
  const text: BenchHouse['text'] = (...said) => {
    const status = bench.text(...said);
    answered.push(status);
    begun();
    return status;
  };
  // Nothing else is written until the text has been answered for, which without a record is done from the disk.
  const busy = bench.house.ctx.record.transaction(async () => {
    await texted;
    await Promise.all(answered);
  });
  const times = await measureNotices({ ...bench, text }, ONE_DISCLOSURE);
  await busy;
  expect(times).toMatchObject({ disclosures: 1, refused: 0, waitedMs: [expect.any(Number)] });
  expect(times.waitedMs[0]).toBeGreaterThan(5_000);
  expect(countLate(times).lost).toBe(0);
}, 60_000);

test('what the service refused is told apart from what it lost', async () => {
  const refused = await measureNotices({ ...bench, text: async () => 503 }, ONE_DISCLOSURE);
  const unanswered = await measureNotices(
    { ...bench, text: () => Promise.reject(new Error('no answer')) },
    ONE_DISCLOSURE,
  );
  expect([refused, unanswered].map((one) => [one.refused, countLate(one).lost])).toEqual([
    [1, 0],
    [1, 0],
  ]);
});

test('a notice that came after half a minute is late, and one that never came is lost', () => {
  expect(countLate({ waitedMs: [20, 30_000], disclosures: 4, refused: 1 })).toEqual({ late: 1, lost: 1 });
});
