import { later, MINUTE_MS } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './ports';
import { tellWeAreLate } from './tellWeAreLate';

/** A promised moment has come and nothing shows that it was kept: it is admitted, and the next moment is named. */
export async function admitMissedCommitment(ctx: ActContext, tx: Stores, id: string): Promise<readonly string[]> {
  const commitment = await tx.commitments.get(id);
  if (!commitment || commitment.keptAt !== null || commitment.admittedAt !== null || !commitment.concern) return [];
  const held = await tx.concerns.lock(commitment.concern);
  if (!held || held.concern.closed) return [];
  const by = later(ctx.clock.now(), 10 * MINUTE_MS);
  const late = { what: 'late' as const, who: commitment.who, next: held.concern.case.holder, by };
  await tellWeAreLate(ctx, tx, await tx.roster.snapshot(), held.concern, late);
  return [];
}
