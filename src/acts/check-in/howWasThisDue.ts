import { DAY_MS, msBetween, type CheckIn, type Instant, type Line } from '../../vocabulary';
import type { Stores } from '../stores';

/** Nobody is asked how it was before they have had this many check-ins. */
export const ASKED_FROM_CHECK_IN = 4;
/** "Now and then": not again within this. */
const NOT_AGAIN_WITHIN_MS = 56 * DAY_MS;

/** Whether a check-in that ends now may go on to ask how this was. `latest` are their last check-ins. */
export async function isHowWasThisDue(
  tx: Stores,
  line: Line,
  latest: readonly CheckIn[],
  now: Instant,
): Promise<boolean> {
  if (latest.length < ASKED_FROM_CHECK_IN) return false;
  const asked = await tx.events.latest(line.id, 'how-was-this-asked');
  return asked === null || msBetween(asked.at, now) >= NOT_AGAIN_WITHIN_MS;
}
