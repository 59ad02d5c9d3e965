import { closeCase, type Refusal } from '../escalation';
import type { ConcernId, PractitionerId } from '../vocabulary';
import { applyOutcome } from './applyOutcome';
import type { ActContext } from './context';
import { staffingNow } from './staffingNow';

export interface Closing {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly outcome: string;
  readonly reason: string;
  readonly toldYoungPerson: string;
}

export type Closed =
  { readonly result: 'closed' } | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/** Only a named human closes, with outcome, reason and what the young person was told; never about themselves. */
export async function close(ctx: ActContext, closing: Closing): Promise<Closed> {
  return ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(closing.concern);
    if (!held) return { result: 'refused', why: 'not-found' };
    const { concern } = held;
    const at = ctx.clock.now();
    const roster = await tx.roster.snapshot();
    const staffing = staffingNow(ctx, roster, concern.youngPerson);
    const answer = closeCase(concern.case, closing, staffing, at);
    if (!answer.ok) return { result: 'refused', why: answer.refused };
    const { by, outcome, reason, toldYoungPerson } = closing;
    const closed = { at, by, outcome, reason, toldYoungPerson };
    await applyOutcome(ctx, tx, roster, { ...concern, closed }, answer.outcome);
    await tx.errands.cancel('safe-now-silence', concern.id, at);
    await tx.errands.cancel('told-or-why-not', concern.id, at);
    await tx.events.append({ line: concern.line, name: 'concern-closed', at, data: { concern: concern.id, by } });
    return { result: 'closed' };
  });
}
