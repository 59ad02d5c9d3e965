import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { leadsNow } from '../who/leadsNow';
import { sayToPractitioner } from './sayToPractitioner';

/** A message the service could not deal with; words from a practitioner that press. */
type PlainPage = 'left-to-you' | 'colleague-wrote';

/**
 * The fixed fallback step, for when judging or answering itself broke: it asks neither detection nor escalation, only
 * the rota's rows, and pages whoever is lead now, else every lead and manager there is.
 */
export async function pageLeadPlainly(ctx: ActContext, tx: Stores, template: PlainPage): Promise<void> {
  const roster = await tx.roster.snapshot();
  const link = template === 'colleague-wrote' ? ctx.colleaguesLink() : ctx.caseloadLink();
  for (const lead of leadsNow(roster, ctx.clock.now())) {
    await sayToPractitioner(ctx, tx, lead.id, template, { link });
  }
}
