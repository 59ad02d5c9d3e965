import { DateTime } from 'luxon';
import {
  instantOf,
  later,
  MINUTE_MS,
  type CaseFacts,
  type Instant,
  type Milliseconds,
  type Staffed,
  type Staffing,
} from '../../vocabulary';
import type { Moment } from './moment';
import type { Common } from './pathway';

export interface MomentAsked {
  /** Minute 0: when the words came. */
  readonly from: Instant;
  /** Whose day or digest is meant; null when nobody's. */
  readonly whose: Staffed | null;
  readonly facts: CaseFacts;
  readonly staffing: Staffing;
  readonly common: Common;
}

/** The moment a row's words mean for one case; null when it names something that is not there (a visit, a day). */
export function resolveMoment(moment: Moment, asked: MomentAsked): Instant | null {
  const zone = asked.staffing.timeZone;
  switch (moment.is) {
    case 'minutes':
      return later(asked.from, moment.minutes * MINUTE_MS);
    case 'minutes-in-safe-hours':
      return leavingTime(later(asked.from, moment.minutes * MINUTE_MS), moment.minutes * MINUTE_MS, asked);
    case 'local-time':
      return nextTime(moment.time, local(asked.from, zone));
    case 'local-time-in-safe-hours':
      return leavingTime(nextTime(moment.time, local(asked.from, zone)), moment.minutes * MINUTE_MS, asked);
    case 'start-of-their-day':
      return asked.whose?.dayStartsAt ?? null;
    case 'next-digest':
      return asked.whose?.nextDigestAt ?? null;
    case 'working-days':
      return afterWorkingDays(moment.days, asked);
    case 'working-hours':
      return afterWorkingHours(moment.hours, asked);
    case 'next-visit':
      return asked.facts.nextVisitAt ?? null;
  }
}

function local(instant: Instant, zone: string): DateTime {
  return DateTime.fromISO(instant, { zone });
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}

/** The next time a wall clock shows `time`, strictly after `from`. */
function nextTime(time: string, from: DateTime): Instant {
  const today = at(from, time);
  return instantOf((today > from ? today : at(from.plus({ days: 1 }), time)).toMillis());
}

/** What safe hours are reckoned by: whose they are, and where. */
type SafeHoursAsked = Pick<MomentAsked, 'facts' | 'staffing'>;

/** `moment` when it is within the young person's safe hours, else when they next begin. */
export function inSafeHours(moment: Instant, { facts, staffing }: SafeHoursAsked): Instant {
  const hours = facts.safeHours;
  if (!hours) return moment;
  const here = local(moment, staffing.timeZone);
  const time = here.toFormat('HH:mm');
  const overMidnight = hours.from > hours.to;
  const safe = overMidnight ? time >= hours.from || time < hours.to : hours.from <= time && time < hours.to;
  return safe ? moment : nextTime(hours.from, here);
}

/**
 * By when somebody must have spoken with them: `moment` within their safe hours; else not the minute those begin, when
 * nobody could have spoken with them yet, but `leftMs` later. Safe hours that are over before that: as they begin.
 */
export function leavingTime(moment: Instant, leftMs: Milliseconds, asked: SafeHoursAsked): Instant {
  const opens = inSafeHours(moment, asked);
  if (opens === moment) return moment;
  const left = later(opens, leftMs);
  return inSafeHours(left, asked) === left ? left : opens;
}

function isWorkingDay(day: DateTime, staffing: Staffing): boolean {
  return day.weekday <= 5 && !staffing.bankHolidays.includes(day.toFormat('yyyy-MM-dd'));
}

/** The same wall-clock time that many working days later, kept inside the office's day. */
function afterWorkingDays(days: number, { from, staffing, common }: MomentAsked): Instant {
  let day = local(from, staffing.timeZone);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day, staffing)) left -= 1;
  }
  const [opens, closes] = [at(day, common.workingDay.from), at(day, common.workingDay.to)];
  const kept = day < opens ? opens : day > closes ? closes : day;
  return instantOf(kept.toMillis());
}

/** That many hours of the office's day later, counting only while the office is open. */
function afterWorkingHours(hours: number, { from, staffing, common }: MomentAsked): Instant {
  let left = hours * 60 * MINUTE_MS;
  let day = local(from, staffing.timeZone);
  for (;;) {
    const closes = at(day, common.workingDay.to);
    const opens = at(day, common.workingDay.from);
    const begins = day > opens ? day : opens;
    const open = isWorkingDay(day, staffing) ? Math.max(0, closes.toMillis() - begins.toMillis()) : 0;
    if (open >= left) return instantOf(begins.toMillis() + left);
    left -= open;
    day = day.plus({ days: 1 }).startOf('day');
  }
}
