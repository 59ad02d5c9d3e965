import { MINUTE_MS, msBetween, type Instant } from '../vocabulary';

/**
 * After this many failures in a row nobody is asked for a minute; then one question tries whether the model answers
 * again.
 */
const FAILURES = 5;
const REST_MS = MINUTE_MS;

/** Keeps a model that is down from being asked at every message. */
export interface Breaker {
  /** Whether it may be asked now; during a rest, one asking a minute may. */
  allows(now: Instant): boolean;
  succeeded(): void;
  failed(now: Instant): void;
}

/** A breaker that lets everything through until askings fail in a row. */
export function createBreaker(): Breaker {
  let failures = 0;
  let restingSince: Instant | null = null;
  return {
    allows(now) {
      if (restingSince === null) return true;
      if (msBetween(restingSince, now) < REST_MS) return false;
      restingSince = now;
      return true;
    },
    succeeded() {
      failures = 0;
      restingSince = null;
    },
    failed(now) {
      failures += 1;
      if (failures >= FAILURES) restingSince = now;
    },
  };
}
