import { hearMore } from '../../escalation';
import { atLeast, type Line } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';

/** A text to a young person did not arrive, or nobody can say whether it did: whoever holds their concern is told. */
export async function hearOfFailedText(ctx: ActContext, tx: Stores, line: Line): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  for (const concern of await tx.concerns.openOf(line.id)) {
    if (!atLeast(concern.level, 'urgent')) continue;
    await applyOutcome(ctx, tx, roster, concern, hearMore(concern.case, staffing, now));
  }
}
