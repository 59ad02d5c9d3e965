import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';

/** Calls at the carrier's door fail their signature again and again: texts may not be reaching us. */
export async function reportRefusedSignatures(ctx: ActContext): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const { practitioners } = await tx.roster.snapshot();
    await tx.events.append({ line: null, name: 'signature-refused', at: ctx.clock.now(), data: {} });
    for (const one of practitioners.filter((each) => each.roles.includes('administrator'))) {
      await sayToPractitioner(ctx, tx, one.id, 'unable-to-run', { link: ctx.mendingLink() });
    }
  });
}
