import type { Instant, LocalTime } from '../vocabulary';
import { localTimeOf } from './localTime';
import { nextLocalTime } from './weeklySlots';

/** When a young person's phone may ring or buzz unasked. Hours that end before they begin run past midnight. */
export interface SafeHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Whether clocks in `zone` stand within these hours; their end is outside. */
export function withinSafeHours(hours: SafeHours, zone: string, now: Instant): boolean {
  return withinSpan(hours, localTimeOf(now, zone));
}

/** The same for a time by the clock. */
export function withinSpan(hours: SafeHours, time: LocalTime): boolean {
  if (hours.from <= hours.to) return hours.from <= time && time < hours.to;
  return time >= hours.from || time < hours.to;
}

/** `now` when it is within the safe hours, else the moment they next begin. */
export function nextSafeMoment(hours: SafeHours, zone: string, now: Instant): Instant {
  return withinSafeHours(hours, zone, now) ? now : nextLocalTime(hours.from, zone, now);
}
