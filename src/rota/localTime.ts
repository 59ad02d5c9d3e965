import { DateTime } from 'luxon';
import { DAY_MS, instantOf, type Instant, type LocalDate, type LocalTime } from '../vocabulary';

/** The last moment asked about: who stands where is asked of one moment a dozen times before time goes on. */
let last = { instant: '', zone: '', local: DateTime.fromMillis(0) };

/** The moment as the clocks of `zone` show it. */
export function localOf(instant: Instant, zone: string): DateTime {
  if (last.instant !== instant || last.zone !== zone)
    last = { instant, zone, local: DateTime.fromISO(instant, { zone }) };
  return last.local;
}

/** The calendar day of a moment in `zone`. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return localOf(instant, zone).toFormat('yyyy-MM-dd');
}

/** What its clocks show: "08:30". */
export function localTimeOf(instant: Instant, zone: string): LocalTime {
  return localOf(instant, zone).toFormat('HH:mm');
}

/** Moments of the days around now are asked for again and again: when eight people are next in, at every notice. */
const moments = new Map<string, Instant>();
const MOST_MOMENTS = 1_000;

/**
 * The moment a wall clock in `zone` shows `time` on `date`; "24:00" is the midnight that ends the day. A time the
 * spring change skips becomes the moment an hour later, a time the autumn change repeats is its first occurrence.
 */
export function momentOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const asked = `${date} ${time} ${zone}`;
  const known = moments.get(asked);
  if (known !== undefined) return known;
  if (moments.size >= MOST_MOMENTS) moments.clear();
  const moment = workedOut(date, time, zone);
  moments.set(asked, moment);
  return moment;
}

function workedOut(date: LocalDate, time: LocalTime, zone: string): Instant {
  const midnight = DateTime.fromISO(date, { zone });
  const day = time === '24:00' ? midnight.plus({ days: 1 }) : midnight;
  const [hour = 0, minute = 0] = time === '24:00' ? [] : time.split(':').map(Number);
  return instantOf(day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis());
}

/** The calendar day `days` after (negative: before) `date`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return instantOf(Date.parse(date) + days * DAY_MS).slice(0, 10);
}

/** 1 = Monday .. 7 = Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(date).getUTCDay() || 7;
}

/** Saturday or Sunday. */
export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) >= 6;
}
