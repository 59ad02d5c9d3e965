import { DateTime } from 'luxon';
import { instantOf, type Instant } from '../vocabulary';

/** A moment so many calendar years or days from another, counted in UTC. */
export function moved(from: Instant, by: { readonly years?: number; readonly days?: number }): Instant {
  return instantOf(DateTime.fromISO(from, { zone: 'utc' }).plus(by).toMillis());
}
