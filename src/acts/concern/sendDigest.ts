import type { Concern } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { placeInDigest, type PlaceInDigest } from './planDigest';

/**
 * One digest a morning: something waits to be read, and where. It counts all that has a place in it and whatever else
 * is open and was told to them; nothing that is hidden from them, nor what they have closed themselves. When nothing is
 * left, nothing is sent.
 */
export async function sendDigest(ctx: ActContext, tx: Stores, subject: string): Promise<void> {
  const place = placeInDigest(subject);
  const { practitioner } = place;
  const planned = await plannedFor(ctx, tx, place);
  const all = [...planned, ...(await tx.concerns.openHeldOrToldTo(practitioner))];
  const waiting = new Set(all.filter((one) => isTheirs(one, practitioner)).map(({ id }) => id));
  if (waiting.size === 0) return;
  const values = { link: ctx.caseloadLink(), count: String(waiting.size) };
  await sayToPractitioner(ctx, tx, practitioner, waiting.size === 1 ? 'digest-of-one' : 'digest', values);
}

/** What else has a place in the same list goes out with it. */
async function plannedFor(ctx: ActContext, tx: Stores, first: PlaceInDigest): Promise<readonly Concern[]> {
  const ofThisList = (await tx.errands.waitingFor('digest')).filter((subject) => {
    const { practitioner, at } = placeInDigest(subject);
    return practitioner === first.practitioner && at === first.at;
  });
  for (const subject of ofThisList) await tx.errands.cancel('digest', subject, ctx.clock.now());
  const ids = [first, ...ofThisList.map(placeInDigest)].map(({ concern }) => concern);
  const found = await Promise.all(ids.map((id) => tx.concerns.get(id)));
  return found.filter((one) => one !== null);
}

function isTheirs({ hiddenFrom, closed }: Concern, practitioner: string): boolean {
  return !hiddenFrom.includes(practitioner) && closed?.by !== practitioner;
}
