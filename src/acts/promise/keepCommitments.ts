import {
  later,
  MINUTE_MS,
  type Commitment,
  type ConcernId,
  type Event,
  type LetGoReason,
  type LineId,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';

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

/** What was promised has truly happened: nobody looks at it again. */
export async function keepCommitment(ctx: ActContext, tx: Stores, commitment: Commitment): Promise<void> {
  await settle(ctx, tx, commitment, 'commitment-kept');
}

/** What was promised is not to happen any more: nobody is late for it. */
export async function letGo(ctx: ActContext, tx: Stores, commitment: Commitment, because: LetGoReason): Promise<void> {
  await settle(ctx, tx, commitment, 'commitment-let-go', { because });
}

/** Nobody is late any more for what was promised of this concern. */
export async function letGoOf(
  ctx: ActContext,
  tx: Stores,
  concern: OfConcern,
  what: Commitment['what'],
  because: LetGoReason,
): Promise<void> {
  for (const commitment of await openOf(tx, concern, [what])) await letGo(ctx, tx, commitment, because);
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
  more: Event['data'] = {},
): Promise<void> {
  const now = ctx.clock.now();
  const { id, line, concern, what } = commitment;
  await tx.commitments.save({ ...commitment, keptAt: now });
  await tx.errands.cancel('commitment-due', id, now);
  await tx.events.append({ line, name, at: now, data: { commitment: id, concern, what, ...more } });
}

/**
 * A moment that was promised has passed, and nothing may be sent to say so: neither kept nor admitted. It stays open,
 * and is looked at again once texts may go.
 */
export async function keepAsMissed(ctx: ActContext, tx: Stores, missed: readonly Commitment[]): Promise<void> {
  const now = ctx.clock.now();
  for (const { id, line, concern, what } of missed) {
    await tx.errands.cancel('commitment-due', id, now);
    if ((await tx.events.latest(line, 'commitment-missed', { commitment: id })) !== null) continue;
    await tx.events.append({ line, name: 'commitment-missed', at: now, data: { commitment: id, concern, what } });
  }
}

/** It was said to the young person that what was promised has not happened: nobody says so again. */
export async function noteAdmitted(ctx: ActContext, tx: Stores, commitment: Commitment): Promise<void> {
  const at = ctx.clock.now();
  const { id, line, concern, what } = commitment;
  await tx.commitments.save({ ...commitment, admittedAt: at });
  await tx.events.append({ line, name: 'commitment-admitted-late', at, data: { commitment: id, concern, what } });
}

/** Texts may go again: what passed meanwhile is admitted now, unless it has been done after all. */
export async function lookAgainAtMissed(ctx: ActContext, tx: Stores, line: LineId): Promise<void> {
  const now = ctx.clock.now();
  const passed = (await tx.commitments.openOf(line)).filter((one) => one.dueAt <= now);
  for (const { id } of passed) {
    const dueAt = later(now, AFTER_THE_GREETING_MS);
    await planErrand(ctx, tx, { kind: 'commitment-due', subject: id, line, dueAt });
  }
}

/** Whoever comes back is greeted before they hear of anything. */
const AFTER_THE_GREETING_MS = MINUTE_MS;
