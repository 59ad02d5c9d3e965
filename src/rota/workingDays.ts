import type { Instant, LocalDate, LocalTime, Practitioner, WorkingHours } from '../vocabulary';
import { isBankHoliday } from './bankHolidays';
import { addDays, isWeekend, localDateOf, localTimeOf, momentOf, weekdayOf } from './localTime';

/** Where the organisation is: what its clocks show and which bank holidays it keeps. */
export interface Place {
  readonly area: string;
  readonly timeZone: string;
}

/** When a practitioner's digest goes, on their days. */
export const DIGEST_AT: LocalTime = '08:30';

/** The longest leave looked past before "never" is said. */
const DAYS_LOOKED_AHEAD = 366;

/** On leave on that day: local dates, inclusive at both ends. */
export function onLeave(practitioner: Practitioner, date: LocalDate): boolean {
  return practitioner.leave.some((leave) => leave.from <= date && date <= leave.to);
}

/** A day with hours, no leave, no bank holiday. */
export function worksOn(practitioner: Practitioner, date: LocalDate, place: Place): boolean {
  const hasHours = practitioner.hours.some((hours) => hours.weekday === weekdayOf(date));
  return hasHours && !onLeave(practitioner, date) && !isBankHoliday(place.area, date);
}

/** Whether a practitioner is in their hours now. Hours that end before they begin run past midnight. */
export function inHours(practitioner: Practitioner, now: Instant, place: Place): boolean {
  if (practitioner.leftAt !== null && practitioner.leftAt <= now) return false;
  const today = localDateOf(now, place.timeZone);
  const time = localTimeOf(now, place.timeZone);
  const yesterday = addDays(today, -1);
  const works = (date: LocalDate, isIn: (hours: WorkingHours) => boolean) =>
    practitioner.hours.some((hours) => hours.weekday === weekdayOf(date) && isIn(hours)) &&
    worksOn(practitioner, date, place);
  return (
    works(today, (hours) => hours.from <= time && (time < hours.to || overMidnight(hours))) ||
    works(yesterday, (hours) => overMidnight(hours) && time < hours.to)
  );
}

function overMidnight(hours: WorkingHours): boolean {
  return hours.to <= hours.from;
}

/**
 * The first 08:00 (weekend 09:00) local, at or after `now`, of a day the practitioner works; null when the coming
 * year has none.
 */
export function dayStartsAt(practitioner: Practitioner, now: Instant, place: Place): Instant | null {
  return firstOnTheirDays(practitioner, now, place, (date) => [isWeekend(date) ? '09:00' : '08:00']);
}

/** The next 08:30 local, at or after `now`, of a day the practitioner works; null when the coming year has none. */
export function nextDigestAt(practitioner: Practitioner, now: Instant, place: Place): Instant | null {
  return firstOnTheirDays(practitioner, now, place, () => [DIGEST_AT]);
}

/**
 * When hours of theirs next begin, at or after `now`: what a young person is told of when somebody is in again. Null
 * when the coming year has none.
 */
export function nextInAt(practitioner: Practitioner, now: Instant, place: Place): Instant | null {
  return firstOnTheirDays(practitioner, now, place, (date) => {
    const theirs = practitioner.hours.filter(({ weekday }) => weekday === weekdayOf(date));
    return theirs.map(({ from }) => from).sort();
  });
}

function firstOnTheirDays(
  practitioner: Practitioner,
  now: Instant,
  place: Place,
  timesOn: (date: LocalDate) => readonly LocalTime[],
): Instant | null {
  if (practitioner.hours.length === 0) return null;
  const today = localDateOf(now, place.timeZone);
  for (let days = 0; days <= DAYS_LOOKED_AHEAD; days += 1) {
    const date = addDays(today, days);
    if (!worksOn(practitioner, date, place)) continue;
    const moment = timesOn(date)
      .map((time) => momentOf(date, time, place.timeZone))
      .find((each) => each >= now);
    if (moment !== undefined) return moment;
  }
  return null;
}

/** A working day of the organisation: Monday to Friday, no bank holiday. */
export function isWorkingDay(date: LocalDate, area: string): boolean {
  return !isWeekend(date) && !isBankHoliday(area, date);
}

/** The `days`-th working day after `date`. */
export function addWorkingDays(date: LocalDate, days: number, area: string): LocalDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, area)) left -= 1;
  }
  return day;
}
