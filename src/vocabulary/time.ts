/**
 * Moments and durations.
 *
 * A moment is a string, always UTC, always with milliseconds ("2026-11-22T02:30:00.000Z"). Such strings sort as
 * they were lived, survive JSON unchanged and read the same in a row, a log and a test.
 */
export type Instant = string & { readonly __instant?: never };

/** A calendar day in the organisation's zone, "2026-11-22". */
export type LocalDate = string;

/** A wall-clock time in the organisation's zone, "21:30". */
export type LocalTime = string;

/** A span of time in milliseconds; every name that holds one ends in `Ms`. */
export type Milliseconds = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The moment of a JavaScript date (or of milliseconds since 1970). */
export function instantOf(date: Date | number): Instant {
  return new Date(date).toISOString();
}

/** The moment `ms` milliseconds after (or, negative, before) `instant`. */
export function later(instant: Instant, ms: Milliseconds): Instant {
  return instantOf(Date.parse(instant) + ms);
}

/** How many milliseconds passed from `from` to `to`; negative when `to` came first. */
export function msBetween(from: Instant, to: Instant): Milliseconds {
  return Date.parse(to) - Date.parse(from);
}

/** The earliest of some moments; null when there is none. */
export function earliest(...instants: readonly (Instant | null | undefined)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (first, next) => (next != null && (first === null || next < first) ? next : first),
    null,
  );
}
