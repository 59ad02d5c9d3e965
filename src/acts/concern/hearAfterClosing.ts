import { inHours } from '../../rota';
import {
  later,
  MINUTE_MS,
  type Concern,
  type Instant,
  type Message,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { leadsInOrder } from '../who/leadsInOrder';

/**
 * They wrote again of what is closed. Somebody else may hold the phone ("it was a joke"), so it is not dropped: the
 * message stands with the closed concern, and whoever closed it gets one text, as often as more words in an open concern
 * are told at most. They decide whether it is opened again; no clock runs. False, and nothing done, where nobody is there
 * to hear it.
 */
export async function hearAfterClosing(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  message: Message,
): Promise<boolean> {
  const { id, line, reference } = concern;
  const at = ctx.clock.now();
  const who = whoHears(roster, concern, at);
  if (who === null) return false;
  const last = await tx.events.latest(line, 'written-after-closing', { concern: id, told: true });
  const told = last === null || later(last.at, ctx.pathways.common.moreEveryMinutes * MINUTE_MS) <= at;
  await tx.concerns.save({ ...concern, messages: [...concern.messages, message.id] });
  await tx.events.append({ line, name: 'written-after-closing', at, data: { concern: id, message: message.id, told } });
  const values = { code: reference, link: ctx.concernLink(reference) };
  if (told) await sayToPractitioner(ctx, tx, who, 'written-after-closing', values);
  return true;
}

/** Whoever closed it, while they work or lead; else whoever leads now. Nobody it is kept from. */
function whoHears(roster: Roster, { closed, hiddenFrom }: Concern, now: Instant): PractitionerId | null {
  const leads = leadsInOrder(roster, now).filter((one) => !hiddenFrom.includes(one));
  const closer = practitionerOf(roster, closed?.by ?? null);
  if (closer === null || hiddenFrom.includes(closer.id)) return leads[0] ?? null;
  const isThere = leads.includes(closer.id) || inHours(closer, now, roster.organisation);
  return isThere ? closer.id : (leads[0] ?? null);
}
