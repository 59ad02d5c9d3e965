import type {
  Act,
  ActDone,
  Capacity,
  Case,
  CaseNature,
  Happening,
  Instant,
  Level,
  MissedReason,
  NoticeChannel,
  NoticeWording,
  Outcome,
  PractitionerId,
  Staffing,
} from '../../vocabulary';
import type { Plan } from '../table/choosePlan';
import type { Moment } from '../table/moment';
import type { Common, Seat } from '../table/pathway';

/** An act that stands, with what escalation must remember of who did it. */
export interface StandingAct extends ActDone {
  readonly volunteer: boolean;
  /** Counts the acts of this case: a step is stopped only by acts that came after it was planned. */
  readonly seq: number;
  /** When it was last done: somebody may open the words twice. */
  readonly lastAt: Instant;
}

/** What ends a step before it is due. */
export type StoppedBy =
  /** Anybody has taken it on: nobody else is sought for the practitioner's side. */
  | 'taken-on-by-anyone'
  /** Somebody who may hold it has taken it on (or opened it, where the row says so). */
  | 'held'
  /** As `held`, or opened again by somebody who may hold it: words came after it was taken on. */
  | 'held-or-opened'
  /** The practitioner has done anything, or the young person has been contacted. */
  | 'practitioner-not-silent'
  | 'decided'
  | 'contacted'
  /** The holder has opened the words since, or whoever hears of them in the holder's place. */
  | 'opened-by-holder'
  | 'nothing';

/** One step still to come. */
export interface PendingStep {
  readonly run: number;
  readonly step: string;
  readonly tell: readonly Seat[];
  /** One person wherever they stand, instead of seats: whoever holds it, or has let it lie. */
  readonly person: PractitionerId | null;
  readonly by: readonly NoticeChannel[] | 'digest';
  readonly wording: NoticeWording;
  readonly dueAt: Instant;
  /** The time to the next repeat; null when there is none. */
  readonly every: Moment | null;
  /** Comes sooner when a seat before it costs no time. */
  readonly shifts: boolean;
  readonly stoppedBy: StoppedBy;
  readonly afterSeq: number;
  readonly ifUnseen: boolean;
  readonly ifWakeFor: 'immediate' | 'urgent' | null;
  readonly unlessWakeFor: 'immediate' | 'urgent' | null;
  readonly ifOnRota: boolean;
  readonly again: boolean;
  /** Only while the talk alone is owed (true), or only while more is (false). Absent: either way. */
  readonly onlyTheTalkOwed?: boolean;
  /** Told even when the case has been closed meanwhile: it is about more than this case. Absent: it ends with it. */
  readonly outlivesClosing?: boolean;
}

/** The latest notice of one step to one person by one channel. */
export interface Told {
  readonly run: number;
  readonly step: string;
  readonly seat: Seat | null;
  readonly practitioner: PractitionerId;
  readonly as: Capacity;
  readonly by: NoticeChannel;
  readonly wording: NoticeWording;
  readonly attempt: number;
  readonly at: Instant;
  /** The level of the case then. Absent in cases kept before it was noted. */
  readonly level?: Level;
  /** It asked for them now. Absent in cases kept before it was noted. */
  readonly saysNow?: boolean;
  readonly outcome: 'made' | 'delivered' | 'failed';
}

/** When each promise of the pathway runs out; null = it does not run, or has been spoken of. */
export interface Alarms {
  takenOn: Instant | null;
  /** The row's own "read" clock. */
  read: Instant | null;
  /** What the young person was told, rounded up. */
  promise: Instant | null;
  decided: Instant | null;
  contacted: Instant | null;
}

/** Escalation's own part of a case: plain data, kept whole in the row, read by nobody else. */
export interface Progress {
  readonly common: Common;
  plan: Plan;
  /** Of a case opened at night: what it would take by day. Absent in cases kept before it was noted. */
  dayPlan?: Plan | null;
  natures: CaseNature[];
  run: number;
  seq: number;
  acts: StandingAct[];
  pending: PendingStep[];
  told: Record<string, Told>;
  /** Under which seat a person was first told in a run: `run/practitioner`. */
  toldAs: Record<string, Seat>;
  /** The capacity each person was told in: what they act as. */
  places: Record<PractitionerId, Capacity>;
  /** Reasons stored and seats skipped already, so that repeats do not store them again. */
  noted: string[];
  passedOn: PractitionerId[];
  /** Somebody accused since was told of it: nobody new of the practitioner's side hears of it. Absent: they may. */
  leadsAlone?: boolean;
  optedOut: PractitionerId[];
  alarms: Alarms;
  /** When somebody who took it on must have opened it. */
  openBy: Record<PractitionerId, Instant>;
  /** How long a deciding or contacting that was taken on anew may take. */
  againMs: { decided: number | null; contacted: number | null };
}

/** A case being worked on: copied at the door, so that no caller's case is ever changed. */
export interface Draft {
  readonly openedAt: Instant;
  facts: Case['facts'];
  clocks: Case['clocks'];
  pathway: Case['pathway'];
  closedAt: Instant | null;
  readonly progress: Progress;
  readonly staffing: Staffing;
  readonly now: Instant;
  readonly happenings: Happening[];
}

/** Opens a case for work. `progress` is escalation's own, so its shape is known here and nowhere else. */
export function draftOf(kase: Case, staffing: Staffing, now: Instant): Draft {
  return {
    openedAt: kase.openedAt,
    facts: kase.facts,
    clocks: kase.clocks,
    pathway: kase.pathway,
    closedAt: kase.closedAt,
    progress: structuredClone(kase.progress as Progress),
    staffing,
    now,
    happenings: [],
  };
}

/** What a draft has become, for whoever keeps it. */
export function outcomeOf(draft: Draft, holder: PractitionerId | null, dueAt: Instant | null): Outcome {
  const { facts, clocks, pathway, closedAt, progress } = draft;
  const acts = progress.acts.map(({ act, by, as, at }): ActDone => ({ act, by, as, at }));
  return {
    case: { facts, pathway, openedAt: draft.openedAt, dueAt, acts, holder, clocks, closedAt, progress },
    happenings: draft.happenings,
  };
}

/** Stores once a run why a seat was not told, or why a step did not count. */
export function noteMissed(
  draft: Draft,
  run: number,
  missed: { as: Capacity; practitioner: PractitionerId | null; reason: MissedReason; step: string },
): void {
  const key = [run, missed.as, missed.practitioner, missed.reason].join('/');
  if (draft.progress.noted.includes(key)) return;
  draft.progress.noted.push(key);
  draft.happenings.push({ what: 'missed', ...missed });
}

/** Takes acts back, and says so: their history stays in the events. */
export function reopen(draft: Draft, act: Act, reason: MissedReason, by?: PractitionerId): void {
  const goes = (standing: StandingAct) => standing.act === act && (by === undefined || standing.by === by);
  if (!draft.progress.acts.some(goes)) return;
  draft.progress.acts = draft.progress.acts.filter((standing) => !goes(standing));
  draft.happenings.push({ what: 'reopened', act, reason });
}
