import { DAY_MS, later, type Decision, type Instant } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { acknowledgeIn, type Acknowledged } from './acknowledge';
import { planChases } from './chaseReferral';

/**
 * The lead's decision: referred, to whom and how; or not, and why; and whether the young person was told. Not told is
 * stored with its reason and asked again every day; the reply to a referral is chased, and so is a written follow-up
 * that is owed.
 */
export async function decide(ctx: ActContext, decision: Decision): Promise<Acknowledged> {
  return ctx.record.transaction(async (tx) => {
    const { concern, by } = decision;
    const result = await acknowledgeIn(ctx, tx, { concern, by, act: 'decided', how: 'page' });
    if (result.result !== 'recorded') return result;
    await tx.concerns.decide(decision);
    const held = await tx.concerns.lock(concern);
    const now = ctx.clock.now();
    await tx.events.append({
      line: held?.line.id ?? null,
      name: 'decision-recorded',
      at: now,
      data: {
        concern,
        by,
        referred: decision.referred,
        toldYoungPerson: decision.toldYoungPerson,
        followUpBy: followUpBy(decision),
      },
    });
    if (held) await planChases(ctx, tx, held.concern, decision);
    if (decision.toldYoungPerson === 'no') {
      await planErrand(ctx, tx, {
        kind: 'told-or-why-not',
        subject: concern,
        line: held?.line.id ?? null,
        dueAt: later(now, DAY_MS),
      });
    }
    return result;
  });
}

/** By when the follow-up in writing is owed; null when it was sent, or nothing was referred. */
function followUpBy({ referral }: Decision): Instant | null {
  return referral && !referral.written.sent ? referral.written.dueAt : null;
}
