import type { Concern, PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { placeInDigest, type PlaceInDigest } from './planDigest';

/** A list that has gone out, and the text that carries it. */
interface Sent extends Pick<PlaceInDigest, 'practitioner' | 'at'> {
  readonly delivery: string;
}

/**
 * One digest a morning: something waits to be read, and where. It counts all that has a place in it and whatever else
 * is open and was told to them; nothing that is hidden from them, nor what they have closed themselves. When nothing is
 * left, nothing is sent.
 */
export async function sendDigest(ctx: ActContext, tx: Stores, subject: string): Promise<void> {
  const place = placeInDigest(subject);
  const { practitioner } = place;
  const planned = (await plannedFor(ctx, tx, place)).filter((one) => isTheirs(one, practitioner));
  const told = (await tx.concerns.openHeldOrToldTo(practitioner)).filter((one) => isTheirs(one, practitioner));
  const waiting = new Set([...planned, ...told].map(({ id }) => id));
  if (waiting.size === 0) return;
  const values = { link: ctx.caseloadLink(), count: String(waiting.size) };
  const template = waiting.size === 1 ? 'digest-of-one' : 'digest';
  const delivery = await sayToPractitioner(ctx, tx, practitioner, template, values);
  if (delivery === null) return;
  for (const concern of planned) await noteSent(ctx, tx, concern, { ...place, delivery });
}

/** Whoever asks who was told of a concern finds the list that counted it, and what became of the text. */
async function noteSent(
  ctx: ActContext,
  tx: Stores,
  { id, line }: Concern,
  { practitioner, at, delivery }: Sent,
): Promise<void> {
  const data = { concern: id, practitioner, until: at, delivery };
  await tx.events.append({ line, name: 'digest-sent', at: ctx.clock.now(), data });
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

function isTheirs({ hiddenFrom, closed }: Concern, practitioner: PractitionerId): boolean {
  return !hiddenFrom.includes(practitioner) && closed?.by !== practitioner;
}
