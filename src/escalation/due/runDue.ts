import { earliest, type Instant, type Outcome } from '../../vocabulary';
import { firedAlarms, fire, nextAlarmAt } from './alarms';
import { holderOf } from '../standing/holder';
import { DECIDING_SEATS, PRACTITIONER_SEATS } from '../standing/seats';
import { outcomeOf, type Draft, type PendingStep } from '../standing/progress';
import { resolveMoment } from '../table/resolveMoment';
import { whenToAskForTheTalk } from './schedule';
import { isStopped } from '../standing/stops';
import { doStep } from '../tell/tell';
import type { Seat } from '../table/pathway';

/** Who is told first when several are due at one moment: whoever decides, so that a person in two places is told as that. */
const ORDER: readonly Seat[] = [...DECIDING_SEATS, ...PRACTITIONER_SEATS];

/**
 * Does everything due by the draft's `now`, in order of due time, and gives the outcome. Clocks are looked at before
 * steps of the same moment, so that a step told because a clock ran out names what is true.
 */
export function settle(draft: Draft): Outcome {
  for (let next = nextDue(draft); next !== null; next = nextDue(draft)) next();
  const holder = holderOf(draft);
  return outcomeOf(draft, holder, nextDueAt(draft));
}

function nextDue(draft: Draft): (() => void) | null {
  const step = activeSteps(draft)[0] ?? null;
  const alarm = firedAlarms(draft)[0] ?? null;
  const stepIsDue = step !== null && step.dueAt <= draft.now;
  if (alarm !== null && !(stepIsDue && step.dueAt < alarm.at)) return () => fire(draft, alarm);
  return stepIsDue ? () => take(draft, step) : null;
}

/** Does a step, and keeps it for its next repeat: repeats missed while nothing ran are done once, not one by one. */
function take(draft: Draft, step: PendingStep): void {
  const { progress } = draft;
  progress.pending = progress.pending.flatMap((one) => (one === step ? repeatOf(draft, step) : [one]));
  doStep(draft, step, (seat) => isSideStopped(draft, step, seat));
}

function repeatOf(draft: Draft, step: PendingStep): readonly PendingStep[] {
  const { facts, staffing, now, progress } = draft;
  if (step.every === null) return [];
  let dueAt: Instant | null = step.dueAt;
  while (dueAt !== null && dueAt <= now) {
    dueAt = resolveMoment(step.every, { from: dueAt, whose: null, facts, staffing, common: progress.common });
  }
  if (dueAt === null) return [];
  return [{ ...step, dueAt: step.stoppedBy === 'contacted' ? whenToAskForTheTalk(draft, dueAt) : dueAt }];
}

/** In the round that asks everybody again, the practitioner's side is left alone once somebody there has taken it on. */
function isSideStopped(draft: Draft, step: PendingStep, seat: Seat): boolean {
  return (
    PRACTITIONER_SEATS.includes(seat) &&
    draft.progress.acts.some((act) => act.seq > step.afterSeq && act.act !== 'seen')
  );
}

/** Steps that still have something to do, soonest first; of a closed case those that outlive it. */
export function activeSteps(draft: Draft): readonly PendingStep[] {
  const holder = holderOf(draft);
  return draft.progress.pending
    .filter((step) => draft.closedAt === null || step.outlivesClosing)
    .filter((step) => !isStopped(draft, step, holder))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || rank(a) - rank(b));
}

/** Last of all that more has come: whoever hears at the same moment that it is theirs again is told that instead. */
function rank(step: PendingStep): number {
  if (step.step === 'more') return ORDER.length + 1;
  return step.tell[0] === undefined ? ORDER.length : ORDER.indexOf(step.tell[0]);
}

function nextDueAt(draft: Draft): Instant | null {
  return earliest(activeSteps(draft)[0]?.dueAt, nextAlarmAt(draft));
}
