import { DateTime } from 'luxon';
import { NATIONS, type LocalDate, type Nation } from '../vocabulary';
import { addDays, isWeekend, weekdayOf } from './localTime';

/** The nation an organisation's `area` names ("England", "Gwynedd, Wales"); null when it names none. */
export function nationOf(area: string): Nation | null {
  const words = area
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return NATIONS.find((nation) => words === nation || words.endsWith(`-${nation}`)) ?? null;
}

/** One-off holidays by proclamation, which no rule foretells. Source: gov.uk/bank-holidays, read in November 2026. */
const PROCLAIMED: Readonly<Record<number, readonly LocalDate[]>> = {
  2022: ['2022-06-03', '2022-09-19'],
  2023: ['2023-05-08'],
};
/** Years in which the spring bank holiday was moved for a jubilee. */
const SPRING_MOVED: Readonly<Record<number, LocalDate>> = { 2022: '2022-06-02' };

/**
 * Bank holidays of a year, substitutes included, by the Banking and Financial Dealings Act 1971 and the customs
 * gov.uk publishes. An area that names no nation is counted as England.
 */
export function bankHolidays(area: string, year: number): readonly LocalDate[] {
  const nation = nationOf(area) ?? 'england';
  const key = `${nation}/${year}`;
  const days = KNOWN.get(key) ?? reckoned(nation, year);
  KNOWN.set(key, days);
  return days;
}

/** Reckoned once a nation and year: staffing is asked at every message and every step. */
const KNOWN = new Map<string, readonly LocalDate[]>();

function reckoned(nation: Nation, year: number): readonly LocalDate[] {
  const easter = easterSunday(year);
  const days = [addDays(easter, -2), mondayOf(year, 5, 'first'), SPRING_MOVED[year] ?? mondayOf(year, 5, 'last')];
  days.push(...substituted([`${year}-12-25`, `${year}-12-26`]));
  if (nation === 'scotland') {
    days.push(...substituted([`${year}-01-01`, `${year}-01-02`]), mondayOf(year, 8, 'first'));
    days.push(...substituted([`${year}-11-30`]));
  } else {
    days.push(...substituted([`${year}-01-01`]), addDays(easter, 1), mondayOf(year, 8, 'last'));
  }
  if (nation === 'northern-ireland') days.push(...substituted([`${year}-03-17`]), ...substituted([`${year}-07-12`]));
  return [...new Set([...days, ...(PROCLAIMED[year] ?? [])])].sort();
}

/** Whether it is a bank holiday in that area. */
export function isBankHoliday(area: string, date: LocalDate): boolean {
  return bankHolidays(area, Number(date.slice(0, 4))).includes(date);
}

/** A holiday on a weekend is kept on the next weekday that is not one already. */
function substituted(dates: readonly LocalDate[]): LocalDate[] {
  const kept: LocalDate[] = [];
  const onWeekdays = dates.filter((date) => !isWeekend(date));
  for (const date of dates) {
    let day = date;
    while (isWeekend(day) || kept.includes(day) || (day !== date && onWeekdays.includes(day))) day = addDays(day, 1);
    kept.push(day);
  }
  return kept;
}

function mondayOf(year: number, month: number, which: 'first' | 'last'): LocalDate {
  const first = DateTime.utc(year, month, 1);
  const day = which === 'first' ? first.toFormat('yyyy-MM-dd') : first.endOf('month').toFormat('yyyy-MM-dd');
  const away = which === 'first' ? (8 - weekdayOf(day)) % 7 : -((weekdayOf(day) + 6) % 7);
  return addDays(day, away);
}

/** Easter Sunday of the Gregorian calendar: the anonymous computus as Meeus gives it (Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCorrection = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
  const yearOfCentury = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return DateTime.utc(year, Math.floor(days / 31), (days % 31) + 1).toFormat('yyyy-MM-dd');
}
