import type { Practitioner, PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { leadsNow } from '../who/leadsNow';
import { sayToPractitioner } from './sayToPractitioner';

/** A message the service could not deal with; words from a practitioner that press. */
type PlainPage = 'left-to-you' | 'colleague-wrote';

/**
 * The fixed fallback step, for when judging or answering itself broke: it asks neither detection nor escalation, only
 * the rota's rows, and pages whoever is lead now, else every lead and manager there is. Whoever wrote the words is not
 * their only reader: `writer` is as if not there. Gives back who was paged.
 */
export async function pageLeadPlainly(
  ctx: ActContext,
  tx: Stores,
  template: PlainPage,
  writer: PractitionerId | null = null,
): Promise<readonly Practitioner[]> {
  const roster = await tx.roster.snapshot();
  const link = template === 'colleague-wrote' ? ctx.colleaguesLink() : ctx.caseloadLink();
  const leads = leadsNow(roster, ctx.clock.now(), writer);
  for (const lead of leads) await sayToPractitioner(ctx, tx, lead.id, template, { link });
  return leads;
}
