import { keptFor } from '../../../src/app/doors/keptFor';
import { movableClock } from '../../../src/clock';

const AT = '2026-11-22T10:00:00.000Z';

test('however many ask within a minute, it is found out once, and everybody hears when', async () => {
  const clock = movableClock(AT);
  let looks = 0;
  const ask = keptFor(60_000, clock, async () => (looks += 1));
  expect(await Promise.all([ask(), ask()])).toEqual([
    { at: AT, found: 1 },
    { at: AT, found: 1 },
  ]);
  clock.pass(59_999);
  expect(await ask()).toEqual({ at: AT, found: 1 });
  clock.pass(1);
  expect(await ask()).toEqual({ at: '2026-11-22T10:01:00.000Z', found: 2 });
});

test('what failed is asked again by the next', async () => {
  let looks = 0;
  const ask = keptFor(60_000, movableClock(AT), async () => {
    looks += 1;
    if (looks === 1) throw new Error('the record is away');
    return looks;
  });
  await expect(ask()).rejects.toThrow('the record is away');
  expect(await ask()).toEqual({ at: AT, found: 2 });
});
