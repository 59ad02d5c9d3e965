import { DateTime } from 'luxon';
import type { Instant, LocalDate } from '../../vocabulary';

/** A day as three fields of a form give it. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** The calendar day typed; null when there is no such day. */
export function readDay({ day, month, year }: TypedDay): LocalDate | null {
  const read = DateTime.fromObject({ day: Number(day), month: Number(month), year: Number(year) }, { zone: 'utc' });
  return read.isValid && Number(year) >= 2000 ? read.toISODate() : null;
}

/** The moment of a typed day and a typed time ("14:30", "2.30pm") in the organisation's zone; null when neither reads. */
export function readMoment(typed: TypedDay, time: string, zone: string): Instant | null {
  const date = readDay(typed);
  const read = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(time.trim());
  if (date === null || read === null) return null;
  const [, hour, minute, half] = read;
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  if (Number(hour) > (half ? 12 : 23) || Number(minute ?? 0) > 59) return null;
  const at = DateTime.fromISO(date, { zone }).set({ hour: hours, minute: Number(minute ?? 0) });
  return at.isValid ? at.toUTC().toISO() : null;
}

/** A moment as the fields of a form show it. */
export function typeMoment(at: Instant, zone: string): TypedDay & { readonly time: string } {
  const local = DateTime.fromISO(at, { zone: 'utc' }).setZone(zone);
  return {
    day: String(local.day),
    month: String(local.month),
    year: String(local.year),
    time: local.toFormat('HH:mm'),
  };
}
