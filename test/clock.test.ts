import { movableClock, systemClock } from '../src/clock';

test('a movable clock stands still until it is moved', () => {
  const clock = movableClock('2026-11-20T09:00:00Z');
  expect(clock.now()).toBe('2026-11-20T09:00:00.000Z');
  clock.pass(1_500);
  expect(clock.now()).toBe('2026-11-20T09:00:01.500Z');
  clock.moveTo('2026-11-20T10:00:00.000Z');
  expect(clock.now()).toBe('2026-11-20T10:00:00.000Z');
});

test('it never goes back', () => {
  const clock = movableClock('2026-11-20T09:00:00.000Z');
  expect(() => clock.moveTo('2026-11-20T08:59:59.999Z')).toThrow(RangeError);
});

test('the system clock tells moments of the house’s form', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
