import { DateTime } from 'luxon';
import type { Instant, LocalDate, LocalTime } from '../vocabulary';

/** The calendar day of a moment in the organisation's zone. */
export function localDate(instant: Instant, zone: string): LocalDate {
  return DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
}

/** The wall-clock time of a moment in the organisation's zone, "17:00". */
export function localClock(instant: Instant, zone: string): LocalTime {
  return DateTime.fromISO(instant, { zone }).toFormat('HH:mm');
}
