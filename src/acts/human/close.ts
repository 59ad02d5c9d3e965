import { closeCase, type Refusal } from '../../escalation';
import type { Concern, ConcernId, Line, PractitionerId } from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import type { ActContext } from '../context';
import { theirsAgain } from '../line/theirsAgain';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { endChases } from './chaseReferral';

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
    await giveBackThePhone(ctx, tx, held.line, concern, by);
    await tx.errands.cancel('safe-now-silence', concern.id, at);
    await tx.errands.cancel('told-or-why-not', concern.id, at);
    await endChases(ctx, tx, concern.id);
    await tx.events.append({ line: concern.line, name: 'concern-closed', at, data: { concern: concern.id, by } });
    return { result: 'closed' };
  });
}

/** Somebody has spoken with the young person since, and closes it: texts may go to their phone again. */
async function giveBackThePhone(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  { case: { acts } }: Concern,
  by: PractitionerId,
): Promise<void> {
  const since = line.notTheirsAt;
  if (since === null || !acts.some((one) => one.act === 'contacted' && one.at >= since)) return;
  await tx.lines.save(await theirsAgain(ctx, tx, line, { by, how: 'closing' }));
}
