import type { Instant, LocalTime } from '../vocabulary';
import { localOf } from './localTime';

/** Night begins and ends at these wall-clock times (PATHWAYS): nothing else is night. */
export const NIGHT: { readonly from: LocalTime; readonly to: LocalTime } = { from: '21:30', to: '08:00' };

/** Whether it is night in `zone`: from 21:30 up to, not including, 08:00, also when the clocks change between. */
export function isNight(now: Instant, zone: string): boolean {
  const time = localOf(now, zone).toFormat('HH:mm');
  return time >= NIGHT.from || time < NIGHT.to;
}
