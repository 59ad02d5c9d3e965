import {
  earliest,
  HOUR_MS,
  later,
  type Instant,
  type LocalTime,
  type Roster,
  type WeeklySlot,
  type YoungPersonId,
} from '../vocabulary';
import { addDays, localDateOf, momentOf, weekdayOf } from './localTime';
import { DIGEST_AT } from './workingDays';

/** The note reaches the mentor this long before they meet. */
const BEFORE_A_VISIT_MS = 2 * HOUR_MS;
const DAYS_A_WEEK = 7;

/** The next moment after `after` that one of the weekly slots names; null when there are none. */
export function nextWeeklySlot(slots: readonly WeeklySlot[], zone: string, after: Instant): Instant | null {
  return earliest(...slots.map((slot) => nextOf(slot, zone, after)));
}

function nextOf(slot: WeeklySlot, zone: string, after: Instant): Instant | null {
  const today = localDateOf(after, zone);
  const away = (slot.weekday - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  const thisWeek = momentOf(addDays(today, away), slot.at, zone);
  return thisWeek > after ? thisWeek : momentOf(addDays(today, away + DAYS_A_WEEK), slot.at, zone);
}

/** The next `time` on any day, strictly after `after`. */
export function nextLocalTime(time: LocalTime, zone: string, after: Instant): Instant {
  const today = localDateOf(after, zone);
  const moment = momentOf(today, time, zone);
  return moment > after ? moment : momentOf(addDays(today, 1), time, zone);
}

/** When the note of a check-in goes out: the next 08:30, or two hours before a visit, whichever comes first. */
export function noteDueAt(
  roster: Roster,
  ask: { readonly youngPerson: YoungPersonId; readonly now: Instant },
): Instant {
  const zone = roster.organisation.timeZone;
  const morning = nextLocalTime(DIGEST_AT, zone, ask.now);
  const visits = roster.youngPeople.find((person) => person.id === ask.youngPerson)?.visits ?? [];
  const visit = nextWeeklySlot(visits, zone, ask.now);
  if (visit === null) return morning;
  const beforeVisit = later(visit, -BEFORE_A_VISIT_MS);
  if (beforeVisit < ask.now) return ask.now;
  return beforeVisit < morning ? beforeVisit : morning;
}
