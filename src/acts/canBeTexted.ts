import type { Line, Roster } from '../vocabulary';
import { youngPersonOf } from './findStaff';

/** After STOP, and while somebody else may hold the phone, there is only the second safe way. */
export function canBeTexted(roster: Roster, line: Line): boolean {
  const stopped = line.stoppedAt !== null && line.lastChannel !== 'web';
  return youngPersonOf(roster, line) !== null && !stopped && line.notTheirsAt === null;
}
