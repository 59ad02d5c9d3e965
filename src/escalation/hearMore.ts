import {
  atLeast,
  later,
  MINUTE_MS,
  type Case,
  type Instant,
  type Outcome,
  type PractitionerId,
  type Staffing,
} from '../vocabulary';
import { holderOf } from './holder';
import { draftOf, type Draft, type PendingStep } from './progress';
import { settle } from './runDue';
import { dropPending, scheduleForPerson } from './schedule';
import { actingLead, seated, staffedById } from './seats';
import { isStopped } from './stops';
import { unopenedNoticeAt } from './unopened';

/**
 * More words came in an open concern that change nothing about it: its holder alone is told, at most once in the time
 * `common.yaml` gives. A notice they have not opened yet already covers what came after it.
 */
export function hearMore(kase: Case, staffing: Staffing, now: Instant): Outcome {
  const draft = draftOf(kase, staffing, now);
  planMore(draft, now);
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
  const hears = standsNow(draft, holder);
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
    dueAt: free > now ? free : now,
    stoppedBy: 'opened-by-holder',
    person: holder,
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

/** Whoever hears what is meant for the holder: whoever leads, where the holder stands nowhere any more. */
function standsNow(draft: Draft, holder: PractitionerId): PractitionerId {
  if (staffedById(draft.staffing, holder) !== null) return holder;
  return actingLead(draft)?.who?.practitioner.id ?? holder;
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
