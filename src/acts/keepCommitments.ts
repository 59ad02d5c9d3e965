import type { Commitment, ConcernId, LineId } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

type OfConcern = { readonly id: ConcernId; readonly line: LineId };

/** Marks as kept what was promised of this concern, now that it has truly happened. */
export async function keepCommitments(
  ctx: ActContext,
  tx: Stores,
  concern: OfConcern,
  what: readonly Commitment['what'][],
): Promise<void> {
  for (const commitment of await openOf(tx, concern, what)) await keepCommitment(ctx, tx, commitment);
}

export async function keepCommitment(ctx: ActContext, tx: Stores, commitment: Commitment): Promise<void> {
  await settle(ctx, tx, commitment, 'commitment-kept');
}

/** The young person does not want it: nobody is late for it any more. */
export async function letGoOf(
  ctx: ActContext,
  tx: Stores,
  concern: OfConcern,
  what: Commitment['what'],
): Promise<void> {
  for (const commitment of await openOf(tx, concern, [what])) await settle(ctx, tx, commitment, 'commitment-let-go');
}

async function openOf(
  tx: Stores,
  concern: OfConcern,
  what: readonly Commitment['what'][],
): Promise<readonly Commitment[]> {
  const open = await tx.commitments.openOf(concern.line);
  return open.filter((one) => one.concern === concern.id && what.includes(one.what));
}

async function settle(
  ctx: ActContext,
  tx: Stores,
  commitment: Commitment,
  name: 'commitment-kept' | 'commitment-let-go',
): Promise<void> {
  const now = ctx.clock.now();
  const { id, line, concern, what } = commitment;
  await tx.commitments.save({ ...commitment, keptAt: now });
  await tx.errands.cancel('commitment-due', id, now);
  await tx.events.append({ line, name, at: now, data: { commitment: id, concern, what } });
}
