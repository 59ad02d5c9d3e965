import {
  earliest,
  later,
  MINUTE_MS,
  type Instant,
  type Milliseconds,
  type NoticeWording,
  type PractitionerId,
} from '../../vocabulary';
import type { Draft, PendingStep, StoppedBy } from '../standing/progress';
import { PRACTITIONER_SEATS, seated, wakes } from '../standing/seats';
import { countsSafeHours } from '../standing/talkWaits';
import type { Plan } from '../table/choosePlan';
import { SEATS, type Row, type Seat, type Step } from '../table/pathway';
import { inSafeHours, leavingTime, resolveMoment } from '../table/resolveMoment';
import { hearsOfNew } from './hearOfNew';

/** Which part of the plan is laid out afresh, and what ends it. */
export interface RunAsked {
  /** Minute 0. */
  readonly from: Instant;
  /** `deciding-and-own`: a new disclosure joined, of which the practitioner's side hears beside the deciding one. */
  readonly sides: 'both' | 'deciding' | 'deciding-and-own';
  /** What ends the deciding side. */
  readonly until: StoppedBy;
  /** In place of each step's own wording: somebody was told before and nothing followed. */
  readonly wording?: NoticeWording;
  /** In place of the plan in force: the same case by day. */
  readonly plan?: Plan;
}

/** Lays the plan's steps out in time as a new run, beside what is still to come of earlier ones. Gives the run. */
export function scheduleRun(draft: Draft, asked: RunAsked): number {
  const { progress } = draft;
  progress.run += 1;
  const { steps: planned } = asked.plan ?? progress.plan;
  const steps = planned.flatMap(({ seat, step }) => {
    if (PRACTITIONER_SEATS.includes(seat) && !isAsked(draft, seat, step, asked)) return [];
    const dueAt = momentOf(draft, seat, step, asked.from);
    if (step.at.is === 'start-of-their-day' && dueAt > draft.now) sayHeld(draft, seat, step, dueAt);
    return [pendingStep(draft, seat, step, dueAt, asked)];
  });
  progress.pending.push(...steps, ...allAgain(draft, asked));
  return progress.run;
}

function isAsked(draft: Draft, seat: Seat, step: Step, { sides }: RunAsked): boolean {
  return sides === 'both' || (sides === 'deciding-and-own' && hearsOfNew(draft, seat, step));
}

/**
 * When a step is due. A place in a digest is planned at once (the digest itself goes in its morning); a day that never
 * comes, because nobody sits there, is looked at now, so that its reason is stored and the next seat asked.
 */
function momentOf(draft: Draft, seat: Seat, step: Step, from: Instant): Instant {
  const { facts, staffing, now } = draft;
  if (step.by === 'digest') return now;
  const whose = seated(draft, seat).who;
  const moment = resolveMoment(step.at, { from, whose, facts, staffing, common: draft.progress.common });
  if (step.at.is === 'working-days') return earliest(moment, facts.nextVisitAt) ?? now;
  return moment ?? now;
}

function sayHeld(draft: Draft, seat: Seat, step: Step, until: Instant): void {
  const { as, who, missing } = seated(draft, seat);
  if (missing !== null || !wakes(step.ifWakeFor, step.unlessWakeFor, who)) return;
  draft.progress.places[who.practitioner.id] ??= as;
  draft.happenings.push({ what: 'held', as, practitioner: who.practitioner.id, until });
}

function pendingStep(draft: Draft, seat: Seat, step: Step, dueAt: Instant, asked: RunAsked): PendingStep {
  return {
    run: draft.progress.run,
    step: seat,
    tell: [seat],
    person: null,
    by: step.by,
    wording: asked.wording ?? step.wording,
    dueAt: asked.until === 'contacted' ? whenToAskForTheTalk(draft, dueAt) : dueAt,
    every: step.everyMinutes === undefined ? null : { is: 'minutes', minutes: step.everyMinutes },
    shifts: step.at.is === 'minutes',
    stoppedBy: stoppedBy(seat, step, asked),
    afterSeq: draft.progress.seq,
    ifUnseen: step.ifUnseen ?? false,
    ifWakeFor: step.ifWakeFor ?? null,
    unlessWakeFor: step.unlessWakeFor ?? null,
    ifOnRota: step.ifOnRota ?? false,
    again: false,
  };
}

function stoppedBy(seat: Seat, step: Step, asked: RunAsked): StoppedBy {
  if (step.forInformation) return 'nothing';
  if (step.ifSilent) return 'practitioner-not-silent';
  return PRACTITIONER_SEATS.includes(seat) ? 'taken-on-by-anyone' : asked.until;
}

function allAgain(draft: Draft, asked: RunAsked): readonly PendingStep[] {
  const { facts, staffing, progress } = draft;
  const { first, every, tell, by, wording } = (asked.plan ?? progress.plan).allAgain;
  const about = { from: asked.from, whose: null, facts, staffing, common: progress.common };
  const firstAt = resolveMoment(first, about);
  if (firstAt === null) return [];
  const seats = asked.sides === 'both' ? tell : tell.filter((seat) => !PRACTITIONER_SEATS.includes(seat));
  const round: PendingStep = {
    run: progress.run,
    step: 'all-again',
    tell: seats,
    person: null,
    by,
    wording: asked.wording ?? wording,
    dueAt: asked.until === 'contacted' ? whenToAskForTheTalk(draft, firstAt) : firstAt,
    every,
    shifts: true,
    stoppedBy: progress.plan.heldBy === 'anyone' ? 'held-or-opened' : asked.until,
    afterSeq: progress.seq,
    ifUnseen: false,
    ifWakeFor: null,
    unlessWakeFor: null,
    ifOnRota: false,
    again: true,
  };
  return asked.until === 'contacted' ? forTheTalk(draft, round) : [round];
}

/**
 * The round that asks for the talk: everybody, as for anything else, while nothing is decided or danger is known; whoever
 * leads now and then, and the manager now and then, while the talk alone is owed. Cases kept before `common.yaml` said
 * how often keep to the first.
 */
function forTheTalk(draft: Draft, round: PendingStep): readonly PendingStep[] {
  const { talkAskedAgain } = draft.progress.common;
  if (talkAskedAgain === undefined) return [round];
  const { leadEveryMinutes, managerEveryMinutes } = talkAskedAgain;
  const managerAt = whenToAskForTheTalk(draft, later(round.dueAt, managerEveryMinutes * MINUTE_MS));
  const calm = (step: string, seat: Seat, dueAt: Instant, everyMinutes: number): PendingStep => ({
    ...round,
    step,
    tell: [seat],
    by: ['sms'],
    dueAt,
    every: { is: 'minutes', minutes: everyMinutes },
    shifts: false,
    again: false,
    onlyTheTalkOwed: true,
  });
  return [
    { ...round, onlyTheTalkOwed: false },
    calm('talk-again', 'lead', round.dueAt, leadEveryMinutes),
    calm('talk-again-manager', 'manager', managerAt, managerEveryMinutes),
  ];
}

/**
 * That nobody has spoken with them is said while somebody may: in their safe hours. Calling three people at three in
 * the morning would have somebody ring a child at three in the morning. Where the clock itself waits for no hour,
 * neither does this.
 */
export function whenToAskForTheTalk(draft: Draft, dueAt: Instant): Instant {
  const { facts, staffing } = draft;
  return countsSafeHours(draft) ? inSafeHours(dueAt, { facts, staffing }) : dueAt;
}

/** By when somebody who takes it on anew, and has `leftMs` for it, must have spoken with them. */
export function whenTheTalkIsOwed(draft: Draft, leftMs: Milliseconds): Instant {
  const { facts, staffing, now } = draft;
  const dueAt = later(now, leftMs);
  return countsSafeHours(draft) ? leavingTime(dueAt, leftMs, { facts, staffing }) : dueAt;
}

/** Lays the steps of a row out once beside the plan, whatever others have done or will do: nothing stops them. */
export function scheduleBeside(draft: Draft, row: Row): void {
  const { progress, now } = draft;
  progress.run += 1;
  for (const seat of SEATS) {
    for (const step of row.steps[seat] ?? []) {
      const dueAt = momentOf(draft, seat, step, now);
      progress.pending.push({
        ...pendingStep(draft, seat, step, dueAt, { from: now, sides: 'both', until: 'nothing' }),
        stoppedBy: 'nothing',
        outlivesClosing: true,
      });
    }
  }
}

/** One notice to one person, due at `dueAt`, beside the seats of a run. */
export function scheduleForPerson(
  draft: Draft,
  asked: Pick<PendingStep, 'step' | 'by' | 'wording' | 'dueAt' | 'stoppedBy'> & { readonly person: PractitionerId },
): void {
  const { progress } = draft;
  progress.pending.push({
    ...asked,
    run: progress.run,
    tell: [],
    every: null,
    shifts: false,
    afterSeq: progress.seq,
    ifUnseen: false,
    ifWakeFor: null,
    unlessWakeFor: null,
    ifOnRota: false,
    again: false,
  });
}

/** A new run asks nobody later than they were still to be asked before: whatever made it new, nobody had answered. */
export function askNoLater(draft: Draft, run: number, before: readonly PendingStep[]): void {
  const isSame = (a: PendingStep, b: PendingStep) => a.step === b.step && String(a.by) === String(b.by);
  draft.progress.pending = draft.progress.pending.map((step) => {
    if (step.run !== run) return step;
    const asked = before.filter((one) => one.person === null && isSame(one, step)).map((one) => one.dueAt);
    return { ...step, dueAt: earliest(step.dueAt, ...asked) ?? step.dueAt };
  });
}

/** Steps of earlier runs that a new plan takes the place of. */
export function dropPending(draft: Draft, goes: (step: PendingStep) => boolean): void {
  draft.progress.pending = draft.progress.pending.filter((step) => !goes(step));
}
