import { DAY_MS, firstName, msBetween, type Practitioner } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { leadsNow } from '../who/leadsNow';
import { reachBy } from './reachBy';
import { writeToPractitioner } from './writeToPractitioner';

/** Whoever leads hears of one colleague this often. */
const AGAIN_AFTER_MS = DAY_MS;

/**
 * No channel reaches this colleague, so nobody would read what was meant for them. Whoever leads now is told so by
 * name, once a day. For somebody who has left nothing is done.
 */
export async function reportUnreachable(ctx: ActContext, tx: Stores, colleague: Practitioner): Promise<void> {
  const now = ctx.clock.now();
  if (colleague.leftAt !== null && colleague.leftAt <= now) return;
  const last = await tx.events.latest(null, 'staff-unreachable', { practitioner: colleague.id });
  if (last && msBetween(last.at, now) < AGAIN_AFTER_MS) return;
  await tx.events.append({ line: null, name: 'staff-unreachable', at: now, data: { practitioner: colleague.id } });
  const roster = await tx.roster.snapshot();
  const values = { who: firstName(colleague), link: ctx.caseloadLink() };
  for (const lead of leadsNow(roster, now)) {
    const by = reachBy(lead, 'sms', now);
    if (lead.id === colleague.id || by === null) continue;
    await writeToPractitioner(ctx, tx, { practitioner: lead, template: 'colleague-unreachable', values, by });
  }
}
