/** Moments and spans as the pages write them: local to the organisation, in GOV.UK style ("11:40pm"). */
import { DateTime } from 'luxon';
import {
  HOUR_MS,
  MINUTE_MS,
  msBetween,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Milliseconds,
} from '../../vocabulary';

const local = (instant: Instant, zone: string): DateTime =>
  DateTime.fromISO(instant, { zone: 'utc' }).setZone(zone).setLocale('en-GB');

/** "11:40pm", "8am", "midday", "midnight". */
export function sayTime(instant: Instant, zone: string): string {
  const at = local(instant, zone);
  if (at.minute === 0 && at.hour === 0) return 'midnight';
  if (at.minute === 0 && at.hour === 12) return 'midday';
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12;
  const minutes = at.minute === 0 ? '' : `:${String(at.minute).padStart(2, '0')}`;
  return `${hour}${minutes}${at.hour < 12 ? 'am' : 'pm'}`;
}

/** "8am" of an hour of every day, written "08:00". */
export function sayHour(hour: LocalTime): string {
  return sayTime(`2026-01-01T${hour}:00.000Z`, 'utc');
}

/**
 * From when to when, with no day said twice: "8am to 8pm on Friday 27 November", "8pm Friday 27 to 8am Saturday 28
 * November".
 */
export function sayBetween(from: Instant, to: Instant, zone: string): string {
  const [first, last] = [local(from, zone), local(to, zone)];
  const [begins, ends] = [sayTime(from, zone), sayTime(to, zone)];
  if (first.hasSame(last, 'day')) return `${begins} to ${ends} on ${last.toFormat('cccc d LLLL')}`;
  const day = first.toFormat(first.hasSame(last, 'month') ? 'cccc d' : 'cccc d LLLL');
  return `${begins} ${day} to ${ends} ${last.toFormat('cccc d LLLL')}`;
}

/** "Sunday 22 November 2026". */
export function sayDate(instant: Instant, zone: string): string {
  return local(instant, zone).toFormat('cccc d LLLL yyyy');
}

/** "22 November": where the year is plain. */
export function sayShortDay(instant: Instant, zone: string): string {
  return local(instant, zone).toFormat('d LLLL');
}

/** "22 November 2026", of a calendar day. */
export function sayDay(date: LocalDate): string {
  return DateTime.fromISO(date, { locale: 'en-GB' }).toFormat('d LLLL yyyy');
}

/** "11:40pm on Sunday 22 November 2026". */
export function sayMoment(instant: Instant, zone: string): string {
  return `${sayTime(instant, zone)} on ${sayDate(instant, zone)}`;
}

/** "11:40pm" today, "11:40pm yesterday", "11:40pm on Friday 20 November" further off. */
export function sayNear(instant: Instant, now: Instant, zone: string): string {
  const days = local(instant, zone).startOf('day').diff(local(now, zone).startOf('day'), 'days').days;
  const time = sayTime(instant, zone);
  if (days === 0) return time;
  if (days === -1) return `${time} yesterday`;
  if (days === 1) return time === 'midnight' ? 'midnight tonight' : `${time} tomorrow`;
  return `${time} on ${local(instant, zone).toFormat('cccc d LLLL')}`;
}

/** "less than a minute", "18 minutes", "2 hours 5 minutes", "3 days": whole units, rounded down. */
export function saySpan(ms: Milliseconds): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (ms < HOUR_MS) return plural(Math.floor(ms / MINUTE_MS), 'minute');
  if (ms < 48 * HOUR_MS) {
    const hours = plural(Math.floor(ms / HOUR_MS), 'hour');
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return minutes === 0 || ms >= 12 * HOUR_MS ? hours : `${hours} ${plural(minutes, 'minute')}`;
  }
  return plural(Math.floor(ms / (24 * HOUR_MS)), 'day');
}

/** "18 minutes left", "12 minutes late". The script that runs the clocks says the same words. */
export function sayTimeLeft(dueAt: Instant, now: Instant): string {
  const left = msBetween(now, dueAt);
  return left >= 0 ? `${saySpan(left)} left` : `${saySpan(-left)} late`;
}
