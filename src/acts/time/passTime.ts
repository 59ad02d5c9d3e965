import { passTime as passCaseTime } from '../../escalation';
import type { ConcernId, DueWork } from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import type { ActContext } from '../context';
import { deliver } from '../send/deliver';
import { takeTurn } from '../talk/takeTurn';
import { staffingNow } from '../who/staffingNow';
import { runErrand } from './runErrand';

/**
 * Does one thing that has fallen due. Ids come from the sweep or a nudge; whether it is truly due is checked again
 * under its lock, so that being asked twice, or late, does no harm.
 */
export async function passTime(ctx: ActContext, due: Pick<DueWork, 'kind' | 'id'>): Promise<void> {
  switch (due.kind) {
    case 'turn':
      return takeTurn(ctx, due.id);
    case 'concern':
      return passConcernTime(ctx, due.id);
    case 'notice':
    case 'delivery':
      return deliver(ctx, due.id);
    case 'errand':
      return runErrand(ctx, due.id);
  }
}

async function passConcernTime(ctx: ActContext, id: ConcernId): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(id);
    const now = ctx.clock.now();
    if (!held || held.concern.case.dueAt === null || held.concern.case.dueAt > now) return;
    const roster = await tx.roster.snapshot();
    const staffing = staffingNow(ctx, roster, held.concern.youngPerson);
    await applyOutcome(ctx, tx, roster, held.concern, passCaseTime(held.concern.case, staffing, now));
  });
}
