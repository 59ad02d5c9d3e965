import { HOUR_MS, msBetween } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

/** The first message of an outage is read within this; what cannot be assessed meanwhile belongs to the same outage. */
const ONE_OUTAGE_MS = HOUR_MS;

/** One page an outage: true when the lead has been paged for this one; else says that they are paged now. */
export async function pagedForOutage(ctx: ActContext, tx: Stores): Promise<boolean> {
  const now = ctx.clock.now();
  const last = await tx.events.latest(null, 'outage-paged');
  if (last && msBetween(last.at, now) < ONE_OUTAGE_MS) return true;
  await tx.events.append({ line: null, name: 'outage-paged', at: now, data: {} });
  return false;
}
