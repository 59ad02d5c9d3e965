import type { Clock } from '../../../acts/ports';
import { systemClock } from '../../../clock';
import { later, msBetween, type Instant, type Milliseconds } from '../../../vocabulary';

/** The machine's clock, so much ahead: it goes on by itself, and can be put forward so that nobody need wait. */
export interface AheadClock extends Clock {
  readonly aheadMs: () => Milliseconds;
  putAhead(byMs: Milliseconds): void;
}

/** A clock so much ahead of the machine's. */
export function aheadClock(startMs: Milliseconds): AheadClock {
  let aheadMs = startMs;
  return {
    now: () => later(systemClock.now(), aheadMs),
    aheadMs: () => aheadMs,
    putAhead: (byMs) => void (aheadMs = byMs),
  };
}

/** How far a clock must be ahead to show this now. */
export function aheadToShow(instant: Instant): Milliseconds {
  return msBetween(systemClock.now(), instant);
}
