import { HOUR_MS, msBetween, type DueWork } from '../../vocabulary';
import type { ActContext } from '../context';
import { pageLeadPlainly } from '../say/pageLeadPlainly';

/** Leads hear of work that cannot be done this often, whatever fails meanwhile. */
const ONE_PAGE_MS = HOUR_MS;

/**
 * Something that is due has failed several times in a row and will fail again: it may be a text nobody sends or a step
 * nobody takes. Whoever leads now is paged to look; the work itself stays due and is tried on.
 */
export async function reportStuck(ctx: ActContext, { kind, id }: Pick<DueWork, 'kind' | 'id'>): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const last = await tx.events.latest(null, 'work-stuck', { paged: true });
    const paged = last === null || msBetween(last.at, now) >= ONE_PAGE_MS;
    await tx.events.append({ line: null, name: 'work-stuck', at: now, data: { kind, work: id, paged } });
    if (paged) await pageLeadPlainly(ctx, tx, 'left-to-you');
  });
}
