import { addWorkingDays, localDateOf, localTimeOf, momentOf } from '../../rota';
import {
  type Concern,
  type ConcernId,
  type Decision,
  type Event,
  type EventName,
  type Instant,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { leadsNow } from '../who/leadsNow';

/** What a referral leaves owed, by its errand: the answer of those it went to, and our own follow-up in writing. */
export type OwedOfReferral = 'referral-reply' | 'written-follow-up';

interface Chase {
  readonly template: string;
  readonly chased: EventName;
  /** The moment the text names: of a reply, when it was sent on; of the follow-up, by when it is owed. */
  readonly about: (decided: Event) => Instant;
}

const CHASES: Readonly<Record<OwedOfReferral, Chase>> = {
  'referral-reply': {
    template: 'reply-not-noted',
    chased: 'referral-reply-chased',
    about: (decided) => decided.at,
  },
  'written-follow-up': {
    template: 'follow-up-not-noted',
    chased: 'written-follow-up-chased',
    about: ({ data, at }) => (typeof data['followUpBy'] === 'string' ? data['followUpBy'] : at),
  },
};

type OfConcern = Pick<Concern, 'id' | 'line'>;

/**
 * It was decided anew: what an earlier referral left owed is nobody's any more. The reply is chased one working day
 * after the referral was made; a follow-up in writing is asked for on the morning of the day by which it is owed.
 */
export async function planChases(ctx: ActContext, tx: Stores, concern: OfConcern, decision: Decision): Promise<void> {
  await endChases(ctx, tx, concern.id);
  if (!decision.referred) return;
  const { referral } = decision;
  const { organisation } = await tx.roster.snapshot();
  const now = ctx.clock.now();
  const madeAt = referral?.madeAt ?? now;
  await plan(ctx, tx, concern, 'referral-reply', nextChase(ctx, organisation, madeAt));
  if (!referral || referral.written.sent) return;
  const { dueAt } = referral.written;
  const morning = momentOf(localDateOf(dueAt, organisation.timeZone), officeHours(ctx).from, organisation.timeZone);
  const first = [morning, dueAt].find((one) => one > now) ?? nextChase(ctx, organisation, dueAt);
  await plan(ctx, tx, concern, 'written-follow-up', first);
}

/** Nothing of it is owed any more: it is closed, or was decided anew. */
export async function endChases(ctx: ActContext, tx: Stores, concern: ConcernId): Promise<void> {
  for (const kind of Object.keys(CHASES) as OwedOfReferral[]) {
    await tx.errands.cancel(kind, concern, ctx.clock.now());
  }
}

async function plan(
  ctx: ActContext,
  tx: Stores,
  { id, line }: OfConcern,
  kind: OwedOfReferral,
  dueAt: Instant,
): Promise<void> {
  await planErrand(ctx, tx, { kind, subject: id, line, dueAt });
}

function officeHours({ pathways }: ActContext) {
  return pathways.common.workingDay;
}

/** The same time so many working days after `at`, within office hours: the first of these that is still to come. */
function nextChase(ctx: ActContext, { area, timeZone }: Roster['organisation'], at: Instant): Instant {
  const { from, to } = officeHours(ctx);
  const time = localTimeOf(at, timeZone);
  const within = time < from ? from : time > to ? to : time;
  const now = ctx.clock.now();
  let date = localDateOf(at, timeZone);
  for (;;) {
    date = addWorkingDays(date, ctx.pathways.common.chasedEveryWorkingDays, area);
    const next = momentOf(date, within, timeZone);
    if (next > now) return next;
  }
}

/**
 * Nobody has noted that what is owed of a referral has come, or gone. Whoever decided is asked to see to it, and from
 * the second time on whoever leads as well; again and again until it is noted or the concern is closed. Nobody who is
 * left out of it is asked.
 */
export async function chase(ctx: ActContext, tx: Stores, kind: OwedOfReferral, concernId: ConcernId): Promise<void> {
  const held = await tx.concerns.lock(concernId);
  if (!held || held.concern.closed) return;
  const { concern, line } = held;
  const decided = await tx.events.latest(line.id, 'decision-recorded', { concern: concern.id, referred: true });
  if (decided === null) return;
  const roster = await tx.roster.snapshot();
  const now = ctx.clock.now();
  const { template, chased, about } = CHASES[kind];
  const before = await tx.events.latest(line.id, chased, { concern: concern.id });
  const wasAsked = before !== null && before.at >= decided.at;
  const values = {
    code: concern.reference,
    link: ctx.concernLink(concern.reference),
    time: sayWhen(about(decided), now, { zone: roster.organisation.timeZone, language: 'en' }),
  };
  for (const one of whomToAsk(roster, concern, String(decided.data['by']), wasAsked, now)) {
    await sayToPractitioner(ctx, tx, one, template, values);
    await tx.events.append({ line: line.id, name: chased, at: now, data: { concern: concern.id, practitioner: one } });
  }
  await plan(ctx, tx, concern, kind, nextChase(ctx, roster.organisation, now));
}

function whomToAsk(
  roster: Roster,
  { hiddenFrom }: Concern,
  by: PractitionerId,
  wasAsked: boolean,
  now: Instant,
): ReadonlySet<PractitionerId> {
  const decider = practitionerOf(roster, by);
  const mayAsk = (id: PractitionerId) => !hiddenFrom.includes(id);
  const own = decider !== null && decider.leftAt === null && mayAsk(decider.id) ? [decider.id] : [];
  const leads = own.length === 0 || wasAsked ? leadsNow(roster, now).map(({ id }) => id) : [];
  return new Set([...own, ...leads.filter(mayAsk)]);
}
