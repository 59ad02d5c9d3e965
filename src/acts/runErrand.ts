import type { Errand } from '../vocabulary';
import { admitMissedCommitment } from './admitMissedCommitment';
import { askToldOrWhyNot } from './askToldOrWhyNot';
import { countSilence } from './answerSafeNow';
import type { ActContext } from './context';
import type { Stores } from './ports';
import { remindOfNotThem } from './obeyNotThem';
import { sendDigest } from './sendDigest';
import { startCheckInIn } from './startCheckIn';
import { watchRoster } from './watchRoster';
import { writeNote } from './writeNote';

/** Does one errand that has fallen due; done once, whoever gets there first. */
export async function runErrand(ctx: ActContext, id: string): Promise<void> {
  const deliveries = await ctx.record.transaction(async (tx) => {
    const unlocked = await tx.errands.get(id);
    if (unlocked?.line) await tx.lines.lock(unlocked.line);
    const errand = await tx.errands.lock(id);
    const now = ctx.clock.now();
    if (!errand || errand.dueAt > now) return [];
    await tx.errands.done(id, now);
    return run(ctx, tx, errand);
  });
  for (const delivery of deliveries) ctx.nudge({ kind: 'delivery', id: delivery });
}

async function run(ctx: ActContext, tx: Stores, errand: Errand): Promise<readonly string[]> {
  switch (errand.kind) {
    case 'check-in':
      return startCheckInIn(ctx, tx, { youngPerson: errand.subject, why: 'slot' });
    case 'note':
      return writeNote(ctx, tx, errand.subject);
    case 'digest':
      return sendDigest(ctx, tx, errand.subject);
    case 'safe-now-silence':
      return silence(ctx, tx, errand.subject);
    case 'commitment-due':
      return admitMissedCommitment(ctx, tx, errand.subject);
    case 'told-or-why-not':
      return askToldOrWhyNot(ctx, tx, errand.subject);
    case 'human-check-of-not-them':
      return remindOfNotThem(ctx, tx, errand.subject);
    case 'roster-watch':
      return watchRoster(ctx, tx);
  }
}

async function silence(ctx: ActContext, tx: Stores, concern: string): Promise<readonly string[]> {
  const held = await tx.concerns.lock(concern);
  if (held && !held.concern.closed) await countSilence(ctx, tx, await tx.roster.snapshot(), held.concern);
  return [];
}
