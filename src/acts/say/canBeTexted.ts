import type { Line, Roster } from '../../vocabulary';
import { youngPersonOf } from '../who/findStaff';

/** After STOP, and while somebody else may hold the phone, there is only the second safe way. */
export function canBeTexted(roster: Roster, line: Line): boolean {
  return youngPersonOf(roster, line) !== null && !textsHaveEnded(line);
}

/** Nothing the service says by itself would be sent: so nothing is promised, and nothing counts as told. */
export function textsHaveEnded(line: Line): boolean {
  return isSilenced(line) || line.notTheirsAt !== null;
}

/** STOP is in force for texts; where they write on the web they are answered there. */
export function isSilenced(line: Line): boolean {
  return line.stoppedAt !== null && line.lastChannel !== 'web';
}
