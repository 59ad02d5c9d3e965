const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A weekday as a roster writes it, for use in a pattern. */
export const WEEKDAY = DAYS.join('|');

/** "Tue" or "Fri-Mon" as weekdays (1 = Monday .. 7 = Sunday), in order; null when it is neither. */
export function weekdaysOf(written: string): readonly number[] | null {
  const [from, to = from, ...rest] = written.split('-').map((day) => DAYS.findIndex((one) => one === day) + 1);
  if (!from || !to || rest.length > 0) return null;
  const count = ((to - from + DAYS.length) % DAYS.length) + 1;
  return Array.from({ length: count }, (_, index) => ((from - 1 + index) % DAYS.length) + 1);
}
