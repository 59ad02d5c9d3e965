import { instantOf, later, type Instant, type Milliseconds } from './vocabulary';

/** The only reading of the machine's time. */
export const systemClock: { now(): Instant } = { now: () => instantOf(Date.now()) };

/** A clock that stands still until it is moved: rehearsal and tests. It never goes back. */
export interface MovableClock {
  now(): Instant;
  moveTo(instant: Instant): void;
  pass(ms: Milliseconds): void;
}

/** A clock that shows `start`. Throws RangeError when it is to go back. */
export function movableClock(start: Instant): MovableClock {
  let now = instantOf(Date.parse(start));
  const moveTo = (instant: Instant) => {
    const next = instantOf(Date.parse(instant));
    if (next < now) throw new RangeError(`The clock stands at ${now} and cannot go back to ${next}.`);
    now = next;
  };
  return { now: () => now, moveTo, pass: (ms) => moveTo(later(now, ms)) };
}
