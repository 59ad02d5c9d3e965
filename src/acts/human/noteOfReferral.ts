import { recordAct, type Refusal } from '../../escalation';
import type { ConcernId, EventName, PractitionerId, ReferralReply } from '../../vocabulary';
import type { ActContext } from '../context';
import { staffingNow } from '../who/staffingNow';
import type { OwedOfReferral } from './chaseReferral';

export interface ReplyNoted {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly reply: ReferralReply;
}

export interface FollowUpNoted {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
}

export type NotedOfReferral =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/** Somebody in a lead's place notes how those it was referred to have answered: nobody is asked to chase it any more. */
export async function recordReferralReply(ctx: ActContext, { reply, ...noted }: ReplyNoted): Promise<NotedOfReferral> {
  return note(ctx, noted, 'referral-reply', 'referral-reply-recorded', { reply });
}

/** Somebody in a lead's place notes that the follow-up in writing has been sent: nobody is reminded of it any more. */
export async function recordFollowUp(ctx: ActContext, noted: FollowUpNoted): Promise<NotedOfReferral> {
  return note(ctx, noted, 'written-follow-up', 'written-follow-up-recorded', {});
}

async function note(
  ctx: ActContext,
  { concern: id, by }: FollowUpNoted,
  owed: OwedOfReferral,
  name: EventName,
  more: Readonly<Record<string, string>>,
): Promise<NotedOfReferral> {
  return ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(id);
    if (!held) return { result: 'refused', why: 'not-found' };
    const { concern, line } = held;
    const now = ctx.clock.now();
    const staffing = staffingNow(ctx, await tx.roster.snapshot(), concern.youngPerson);
    const may = recordAct(concern.case, { act: 'decided', by }, staffing, now);
    if (!may.ok) return { result: 'refused', why: may.refused };
    await tx.errands.cancel(owed, concern.id, now);
    const data = { concern: concern.id, practitioner: by, ...more };
    await tx.events.append({ line: line.id, name, at: now, data });
    return { result: 'recorded' };
  });
}
