/** Monday first; each with every way it is written. */
const NAMES: readonly (readonly string[])[] = [
  ['mon', 'monday'],
  ['tue', 'tues', 'tuesday'],
  ['wed', 'weds', 'wednesday'],
  ['thu', 'thur', 'thurs', 'thursday'],
  ['fri', 'friday'],
  ['sat', 'saturday'],
  ['sun', 'sunday'],
];

const SEVERAL: Readonly<Record<string, string>> = {
  weekdays: 'mon-fri',
  weekend: 'sat-sun',
  weekends: 'sat-sun',
  daily: 'mon-sun',
};

/** "Tue", "Tuesdays" or "Fri-Mon" as weekdays (1 = Monday .. 7 = Sunday), in order; null when it is none of these. */
export function weekdaysOf(written: string): readonly number[] | null {
  const small = written.toLowerCase();
  const [from, to = from, ...rest] = (SEVERAL[small] ?? small).split('-').map(numberOf);
  if (!from || !to || rest.length > 0) return null;
  const count = ((to - from + NAMES.length) % NAMES.length) + 1;
  return Array.from({ length: count }, (_, index) => ((from - 1 + index) % NAMES.length) + 1);
}

/** 0 when it is no weekday. */
function numberOf(day: string): number {
  return NAMES.findIndex((names) => names.some((name) => day === name || day === `${name}s`)) + 1;
}
