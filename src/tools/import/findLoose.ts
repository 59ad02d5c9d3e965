import type { Stores } from '../../acts/stores';
import type { Change } from './compare';

/** Open concerns that would be left behind by those who leave the roster: somebody should hear of it first. */
export async function findLoose(tx: Stores, people: readonly Change[]): Promise<readonly string[]> {
  const says: string[] = [];
  for (const { who } of people.filter(({ change }) => change === 'removed')) {
    const line = await tx.lines.findOf(who);
    if (line !== null && (await tx.concerns.openOf(line.id)).length > 0) {
      says.push(`${who} leaves the roster with a concern open: close it, or keep them until it is.`);
    }
    const held = (await tx.concerns.openHeldOrToldTo(who)).filter((one) => one.case.holder === who);
    if (held.length > 0) says.push(`${who} leaves the roster and holds ${held.length} open: pass them on first.`);
  }
  return says;
}
