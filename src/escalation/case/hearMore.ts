import {
  atLeast,
  later,
  MINUTE_MS,
  type Case,
  type Instant,
  type Outcome,
  type PractitionerId,
  type Staffed,
  type Staffing,
} from '../../vocabulary';
import { settle } from '../due/runDue';
import { dropPending, scheduleForPerson } from '../due/schedule';
import { promiseAnew } from '../due/setClocks';
import { holderOf } from '../standing/holder';
import { draftOf, type Draft, type PendingStep } from '../standing/progress';
import { actingLead, seated, staffedById, wakes } from '../standing/seats';
import { isStopped } from '../standing/stops';
import { unopenedNoticeAt } from '../standing/unopened';

/**
 * More words came in an open concern that change nothing about it: its holder alone is told, at most once in the time
 * `common.yaml` gives. A notice they have not opened yet already covers what came after it.
 * `givesAnHour`: they are told again by when it is read, counted from when the holder hears, where the last hour is past.
 */
export function hearMore(
  kase: Case,
  staffing: Staffing,
  now: Instant,
  { givesAnHour = false }: { readonly givesAnHour?: boolean } = {},
): Outcome {
  const draft = draftOf(kase, staffing, now);
  planMore(draft, now);
  if (givesAnHour) promiseAnew(draft, draft.progress.pending.find(isMore)?.dueAt ?? now);
  return settle(draft);
}

/** `saidAt`: when the words came of which the holder is to hear; told of them already, they hear nothing more. */
export function planMore(draft: Draft, saidAt: Instant): void {
  const { progress, now } = draft;
  const holder = holderOf(draft);
  forgetMore(draft, (step) => step.person !== holder || isStopped(draft, step, holder));
  const isPlanned = progress.pending.some(isMore);
  if (holder === null || isPlanned || draft.closedAt !== null) return;
  const everyMs = progress.common.moreEveryMinutes * MINUTE_MS;
  const { hears, person, notBefore } = whoHears(draft, holder);
  const list = nextListOf(draft, hears);
  if (list !== null) return void draft.happenings.push({ what: 'digest', practitioner: hears, at: list });
  const lastMore = lastMoreAt(draft, hears);
  if (lastMore !== null && lastMore >= saidAt) return;
  const last = unopenedNoticeAt(draft, hears) ?? lastMore;
  const free = last === null ? now : later(last, everyMs);
  scheduleForPerson(draft, {
    step: 'more',
    by: ['sms'],
    wording: 'more-has-come',
    dueAt: [free, now, notBefore ?? now].sort().at(-1) ?? now,
    stoppedBy: 'opened-by-holder',
    person,
  });
}

/**
 * The morning list in which somebody was told of it, and hears of more: one a day, at no other hour. Null for whoever
 * was told otherwise, and for all that presses.
 */
function nextListOf(draft: Draft, person: PractitionerId): Instant | null {
  const { plan } = draft.progress;
  if (plan.heldBy !== 'anyone' || atLeast(draft.facts.level, 'urgent')) return null;
  const seats = plan.steps.flatMap(({ seat, step }) => (step.by === 'digest' ? [seated(draft, seat).who] : []));
  return seats.find((one) => one?.practitioner.id === person)?.nextDigestAt ?? null;
}

/**
 * Whoever hears what is meant for the holder: whoever leads, where the holder stands nowhere any more. At night nobody
 * off duty is texted who did not opt in: whoever leads hears it while it waits for their decision, and the holder in
 * the morning once it is decided.
 */
function whoHears(draft: Draft, holder: PractitionerId): Hearing {
  const stands = staffedById(draft.staffing, holder);
  const leads = actingLead(draft)?.who?.practitioner.id ?? holder;
  if (stands === null) return { hears: leads, person: holder, notBefore: null };
  const isDecided = draft.progress.acts.some(({ act }) => act === 'decided');
  if (!mayBeAsleep(draft, stands)) return { hears: holder, person: holder, notBefore: null };
  if (!isDecided) return { hears: leads, person: leads, notBefore: null };
  return { hears: holder, person: holder, notBefore: stands.dayStartsAt };
}

interface Hearing {
  readonly hears: PractitionerId;
  /** For whom it is planned: whoever has gone by then is left out when it is sent. */
  readonly person: PractitionerId;
  readonly notBefore: Instant | null;
}

/** Worries have their own hour; what is immediate is texted at any. */
function mayBeAsleep({ facts, staffing }: Draft, who: Staffed): boolean {
  return facts.level === 'urgent' && staffing.night && !who.available && !wakes('urgent', null, who);
}

/** Whoever took it on opens all that was said: nobody else is told late of what came before. */
export function leaveMoreToTheHolder(draft: Draft): void {
  const holder = holderOf(draft);
  forgetMore(draft, (step) => step.person !== holder);
}

function forgetMore(draft: Draft, goes: (step: PendingStep) => boolean): void {
  dropPending(draft, (step) => isMore(step) && goes(step));
}

function isMore(step: PendingStep): boolean {
  return step.step === 'more';
}

function lastMoreAt(draft: Draft, holder: PractitionerId): Instant | null {
  return draft.progress.told[`more/${holder}/sms`]?.at ?? null;
}
