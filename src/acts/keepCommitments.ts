import type { Commitment, ConcernId, LineId } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

/** Marks as kept what was promised of this concern, now that it has truly happened. */
export async function keepCommitments(
  ctx: ActContext,
  tx: Stores,
  concern: { readonly id: ConcernId; readonly line: LineId },
  what: readonly Commitment['what'][],
): Promise<void> {
  for (const commitment of await tx.commitments.openOf(concern.line)) {
    if (commitment.concern === concern.id && what.includes(commitment.what)) await keepCommitment(ctx, tx, commitment);
  }
}

export async function keepCommitment(ctx: ActContext, tx: Stores, commitment: Commitment): Promise<void> {
  const now = ctx.clock.now();
  const { id, line, concern, what } = commitment;
  await tx.commitments.save({ ...commitment, keptAt: now });
  await tx.errands.cancel('commitment-due', id, now);
  await tx.events.append({ line, name: 'commitment-kept', at: now, data: { commitment: id, concern, what } });
}
