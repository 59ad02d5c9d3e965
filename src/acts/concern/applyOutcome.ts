import type { Concern, Happening, Outcome, PractitionerId, Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import { tellWeAreLate } from '../promise/tellWeAreLate';
import { makeNotice } from '../say/makeNotice';
import type { Stores } from '../stores';
import { planDigest } from './planDigest';

/**
 * Does what escalation decided, in the transaction that saves its case: notices, holds, withdrawals, and what the
 * young person must honestly be told. Every happening leaves an event, also when nobody was there.
 */
export async function applyOutcome(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  outcome: Outcome,
): Promise<Concern> {
  const next: Concern = { ...concern, case: outcome.case };
  for (const happening of outcome.happenings) await applyHappening(ctx, tx, roster, next, happening);
  await tx.concerns.save(next);
  return next;
}

async function applyHappening(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  happening: Happening,
): Promise<void> {
  const at = ctx.clock.now();
  const say = (
    name: 'notice-held' | 'notice-missed' | 'nobody-on-duty' | 'act-reopened',
    data: Record<string, string | null>,
  ) => tx.events.append({ line: concern.line, name, at, data: { concern: concern.id, ...data } });
  switch (happening.what) {
    case 'notify':
      return makeNotice(ctx, tx, roster, concern, happening.notice);
    case 'held':
      return say('notice-held', { as: happening.as, practitioner: happening.practitioner, until: happening.until });
    case 'missed': {
      const name = happening.reason === 'nobody-on-duty' ? 'nobody-on-duty' : 'notice-missed';
      const { as, practitioner, reason, step } = happening;
      return say(name, { as, practitioner, reason, step });
    }
    case 'withdraw':
      return withdrawFrom(ctx, tx, concern, happening.practitioner);
    case 'reopened':
      return say('act-reopened', { act: happening.act, reason: happening.reason });
    case 'late':
      return tellWeAreLate(ctx, tx, roster, concern, { next: happening.next });
    case 'digest':
      return planDigest(ctx, tx, concern, happening);
  }
}

/** Takes back what has not gone yet, so that the person an allegation is about hears nothing of it. */
async function withdrawFrom(
  ctx: ActContext,
  tx: Stores,
  concern: Concern,
  practitioner: PractitionerId,
): Promise<void> {
  const at = ctx.clock.now();
  for (const id of await tx.notices.withdraw(concern.id, practitioner, at)) {
    const delivery = await tx.deliveries.lock(id);
    if (delivery?.state === 'waiting') await tx.deliveries.save({ ...delivery, state: 'withdrawn', dueAt: null });
  }
  await tx.events.append({
    line: concern.line,
    name: 'notice-withdrawn',
    at,
    data: { concern: concern.id, practitioner },
  });
}
