import type { Instant, LocalTime } from '../vocabulary';
import { addDays, localDateOf, localTimeOf, momentOf } from './localTime';

/** Night begins and ends at these wall-clock times (PATHWAYS): nothing else is night. */
export const NIGHT: { readonly from: LocalTime; readonly to: LocalTime } = { from: '21:30', to: '08:00' };

/** Whether it is night in `zone`: from 21:30 up to, not including, 08:00, also when the clocks change between. */
export function isNight(now: Instant, zone: string): boolean {
  const time = localTimeOf(now, zone);
  return time >= NIGHT.from || time < NIGHT.to;
}

/** When offices close: late enough to have the day, early enough for somebody to be reached. */
const AFTERNOON: LocalTime = '17:00';

/** The moment itself by day; at night the afternoon before, for what is asked of people who sleep. */
export function byDay(moment: Instant, zone: string): Instant {
  if (!isNight(moment, zone)) return moment;
  const isEvening = localTimeOf(moment, zone) >= NIGHT.from;
  const date = localDateOf(moment, zone);
  return momentOf(isEvening ? date : addDays(date, -1), AFTERNOON, zone);
}
