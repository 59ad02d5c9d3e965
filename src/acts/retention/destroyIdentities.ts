import { identitiesOutlived } from '../../retention';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

/**
 * Destroys who people were that left long ago, how they were reached, and what staff texted, once their terms are over.
 * What still needs them (a hold, a concern they had a part in, words of theirs) keeps them. How many of each stands in
 * the organisation's chain.
 */
export async function destroyIdentities(ctx: ActContext, tx: Stores): Promise<void> {
  if (ctx.retention === null) return;
  const at = ctx.clock.now();
  await tx.retention.noticeLeavers(at);
  const outlived = await tx.retention.identitiesBefore(identitiesOutlived(ctx.retention, at));
  const counts = Object.fromEntries(Object.entries(outlived).map(([what, ids]) => [what, ids.length]));
  if (Object.values(counts).every((count) => count === 0)) return;
  const { approvedBy, approvedOn } = ctx.retention;
  await ctx.erasures.note({ is: 'identities', at, outlived, by: { approvedBy, approvedOn } });
  await tx.retention.destroyIdentities(outlived);
  await tx.events.append({ line: null, name: 'identities-destroyed', at, data: { ...counts, approvedOn, approvedBy } });
}
