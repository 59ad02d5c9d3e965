import { nextWeeklySlot } from '../../rota';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';

/** In the night, when fewest are writing. */
const EVERY_NIGHT = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, at: '03:30' }));

/**
 * Makes sure that tonight's look for words that have outlived their term stands in a row. Idempotent. Without approved
 * terms nothing is looked for, and nothing destroyed.
 */
export async function planDestruction(ctx: ActContext): Promise<void> {
  if (ctx.retention === null) return;
  await ctx.record.transaction(async (tx) => {
    const { organisation } = await tx.roster.snapshot();
    const now = ctx.clock.now();
    await planErrand(ctx, tx, {
      kind: 'look-for-outlived',
      subject: 'organisation',
      line: null,
      dueAt: nextWeeklySlot(EVERY_NIGHT, organisation.timeZone, now) ?? now,
    });
  });
}
