import { firstName, type PractitionerId, type YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import { practitionerOf } from '../who/findStaff';
import { leadsInOrder } from '../who/leadsInOrder';
import { sayToPractitioner } from './sayToPractitioner';

/** Somebody opened a young person's pages without a standing reason: the duty lead hears of it, without content. */
export async function tellLeadOfGlass(
  ctx: ActContext,
  opened: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId },
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    const lead = leadsInOrder(roster, ctx.clock.now()).find((one) => one !== opened.by);
    const opener = practitionerOf(roster, opened.by);
    if (!lead || !opener) return;
    const values = { who: firstName(opener), link: ctx.colleaguesLink() };
    await sayToPractitioner(ctx, tx, lead, 'glass-opened', values);
  });
}
