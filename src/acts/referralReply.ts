import { recordAct, type Refusal } from '../escalation';
import { addWorkingDays, localDateOf, localTimeOf, momentOf } from '../rota';
import type { Concern, ConcernId, Instant, PractitionerId, ReferralReply, Roster } from '../vocabulary';
import { sayWhen } from '../wording';
import type { ActContext } from './context';
import { practitionerOf } from './findStaff';
import { leadsNow } from './leadsNow';
import { sayToPractitioner } from './sayToPractitioner';
import { staffingNow } from './staffingNow';
import type { Stores } from './stores';

/** An office answers in these hours, and whoever chases it is asked within them. */
const OFFICE = { from: '09:00', to: '17:00' } as const;

export interface ReplyNoted {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly reply: ReferralReply;
}

export type ReplyRecorded =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/** It was referred: one working day later whoever decided is asked to chase the reply, unless one has been noted. */
export async function planChase(
  ctx: ActContext,
  tx: Stores,
  concern: Pick<Concern, 'id' | 'line'>,
  referredAt: Instant,
): Promise<void> {
  const { organisation } = await tx.roster.snapshot();
  const now = ctx.clock.now();
  let dueAt = workingDayAfter(organisation, referredAt);
  while (dueAt <= now) dueAt = workingDayAfter(organisation, dueAt);
  await tx.errands.cancel('referral-reply', concern.id, now);
  await tx.errands.add({
    id: ctx.ids.next(),
    kind: 'referral-reply',
    subject: concern.id,
    line: concern.line,
    dueAt,
    doneAt: null,
  });
}

/** The same time on the next working day, within office hours. */
function workingDayAfter({ area, timeZone }: Roster['organisation'], at: Instant): Instant {
  const date = addWorkingDays(localDateOf(at, timeZone), 1, area);
  const time = localTimeOf(at, timeZone);
  const within = time < OFFICE.from ? OFFICE.from : time > OFFICE.to ? OFFICE.to : time;
  return momentOf(date, within, timeZone);
}

/**
 * No reply has been noted. Whoever decided is asked to chase it, and from the second time on whoever leads as well;
 * again every working day until a reply is noted or the concern is closed. Nobody who is left out of it is asked.
 */
export async function chaseReply(ctx: ActContext, tx: Stores, concernId: ConcernId): Promise<void> {
  const held = await tx.concerns.lock(concernId);
  if (!held || held.concern.closed) return;
  const { concern, line } = held;
  const decided = await tx.events.latest(line.id, 'decision-recorded', { concern: concern.id, referred: true });
  if (decided === null) return;
  const roster = await tx.roster.snapshot();
  const now = ctx.clock.now();
  const again = await tx.events.latest(line.id, 'referral-reply-chased', { concern: concern.id });
  const decider = practitionerOf(roster, String(decided.data['by']));
  const mayAsk = (id: PractitionerId) => !concern.hiddenFrom.includes(id);
  const own = decider !== null && decider.leftAt === null && mayAsk(decider.id) ? [decider.id] : [];
  const leads = own.length === 0 || (again !== null && again.at >= decided.at) ? leadsNow(roster, now) : [];
  const asked = new Set([...own, ...leads.map(({ id }) => id).filter(mayAsk)]);
  const zone = roster.organisation.timeZone;
  const values = {
    code: concern.reference,
    link: ctx.concernLink(concern.reference),
    time: sayWhen(decided.at, now, { zone, language: 'en' }),
  };
  for (const one of asked) {
    await sayToPractitioner(ctx, tx, one, 'reply-not-noted', values);
    const data = { concern: concern.id, practitioner: one };
    await tx.events.append({ line: line.id, name: 'referral-reply-chased', at: now, data });
  }
  await planChase(ctx, tx, concern, now);
}

/** Somebody in a lead's place notes how those it was referred to have answered: nobody is asked to chase it any more. */
export async function recordReferralReply(
  ctx: ActContext,
  { concern: id, by, reply }: ReplyNoted,
): Promise<ReplyRecorded> {
  return ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(id);
    if (!held) return { result: 'refused', why: 'not-found' };
    const { concern, line } = held;
    const now = ctx.clock.now();
    const staffing = staffingNow(ctx, await tx.roster.snapshot(), concern.youngPerson);
    const may = recordAct(concern.case, { act: 'decided', by }, staffing, now);
    if (!may.ok) return { result: 'refused', why: may.refused };
    await tx.errands.cancel('referral-reply', concern.id, now);
    const data = { concern: concern.id, practitioner: by, reply };
    await tx.events.append({ line: line.id, name: 'referral-reply-recorded', at: now, data });
    return { result: 'recorded' };
  });
}
