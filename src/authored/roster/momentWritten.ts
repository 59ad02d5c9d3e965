import { DateTime } from 'luxon';
import { instantOf, type Instant } from '../../vocabulary';

/**
 * A moment as people write it in a roster: with an offset, or as the organisation's clocks show it; a day alone is its
 * midnight there. Null when it is neither.
 */
export function momentWritten(written: string, zone: string): Instant | null {
  const moment = DateTime.fromISO(written.trim().replace(' ', 'T'), { zone });
  return moment.isValid ? instantOf(moment.toMillis()) : null;
}
