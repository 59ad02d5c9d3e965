import type { Commitment, Concern } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './ports';

/** Marks as kept what was promised of this concern, now that it has truly happened. */
export async function keepCommitments(
  ctx: ActContext,
  tx: Stores,
  concern: Concern,
  what: Commitment['what'],
): Promise<void> {
  const now = ctx.clock.now();
  for (const commitment of await tx.commitments.openOf(concern.line)) {
    if (commitment.concern !== concern.id || commitment.what !== what) continue;
    await tx.commitments.save({ ...commitment, keptAt: now });
    await tx.errands.cancel('commitment-due', commitment.id, now);
    await tx.events.append({
      line: concern.line,
      name: 'commitment-kept',
      at: now,
      data: { commitment: commitment.id, concern: concern.id, what },
    });
  }
}
