import { onDuty } from '../rota';
import { firstName, type PractitionerId, type YoungPersonId } from '../vocabulary';
import type { ActContext } from './context';
import { practitionerOf } from './findStaff';
import { sayToPractitioner } from './sayToPractitioner';

/** Somebody opened a young person's pages without a standing reason: the duty lead hears of it, without content. */
export async function tellLeadOfGlass(
  ctx: ActContext,
  opened: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId },
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    const now = ctx.clock.now();
    const leads = [onDuty(roster, 'lead', now), onDuty(roster, 'second', now), onDuty(roster, 'manager', now)];
    const lead = leads.find((one) => one !== null && one !== opened.by);
    const opener = practitionerOf(roster, opened.by);
    if (!lead || !opener) return;
    const values = { who: firstName(opener), link: ctx.caseloadLink() };
    await sayToPractitioner(ctx, tx, lead, 'glass-opened', values);
  });
}
