import type { Line, PractitionerId } from '../../vocabulary';
import type { Stores } from '../stores';

/** Nothing of this line is theirs: somebody they could be meant in, or who was asked not to be told. */
export async function isKeptFrom(tx: Stores, line: Line, practitioner: PractitionerId): Promise<boolean> {
  const open = await tx.concerns.openOf(line.id);
  return line.notThem.includes(practitioner) || open.some((one) => one.hiddenFrom.includes(practitioner));
}
