import { DateTime } from 'luxon';
import { DAY_MS, instantOf, type Instant, type LocalDate, type LocalTime } from '../vocabulary';

interface Shown {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

/**
 * What clocks show in a minute: who stands where is asked of one moment dozens of times, and by every turn of that
 * minute. No zone has changed its clocks by less than a minute since 1972.
 */
const minutes = new Map<string, Shown>();
const MOST_MINUTES = 1_000;

/** The day and the time that the clocks of `zone` show at a moment. */
function shownAt(instant: Instant, zone: string): Shown {
  const minute = instant.slice(0, 'yyyy-mm-ddThh:mm'.length);
  const asked = `${minute} ${zone}`;
  const known = minutes.get(asked);
  if (known !== undefined) return known;
  if (minutes.size >= MOST_MINUTES) minutes.clear();
  const local = DateTime.fromISO(`${minute}Z`, { zone });
  const shown = { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
  minutes.set(asked, shown);
  return shown;
}

/** The calendar day of a moment in `zone`. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return shownAt(instant, zone).date;
}

/** What its clocks show: "08:30". */
export function localTimeOf(instant: Instant, zone: string): LocalTime {
  return shownAt(instant, zone).time;
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
