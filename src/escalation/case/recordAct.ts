import {
  atLeast,
  later,
  MINUTE_MS,
  type Act,
  type Capacity,
  type Case,
  type Instant,
  type Staffing,
} from '../../vocabulary';
import { mustOpen } from '../due/alarms';
import { settle } from '../due/runDue';
import { whenTheTalkIsOwed } from '../due/schedule';
import { draftOf, type Draft, type Progress } from '../standing/progress';
import { capacityOf, isLeadsPlace, staffedById } from '../standing/seats';
import { mayHold } from '../standing/stops';
import type { ActToRecord, Answer, Refusal } from './answers';
import { leaveMoreToTheHolder } from './hearMore';

/** Records that somebody opened the words, took it on, decided, or contacted the young person; or refuses, saying why. */
export function recordAct(kase: Case, done: ActToRecord, staffing: Staffing, now: Instant): Answer {
  const draft = draftOf(kase, staffing, now);
  const as = done.as ?? capacityOf(draft, done.by);
  const volunteer = isVolunteer(draft, done);
  const refused = refusal(draft, done, as, volunteer);
  if (refused !== null || as === null) return { ok: false, refused: refused ?? 'no-part-in-it' };
  stand(draft, done.act, done.by, as, volunteer);
  if (done.act === 'seen') delete draft.progress.openBy[done.by];
  if (done.act === 'taken-on') takenOn(draft, done);
  return { ok: true, outcome: settle(draft) };
}

function refusal(draft: Draft, done: ActToRecord, as: Capacity | null, volunteer: boolean): Refusal | null {
  if (draft.closedAt !== null) return 'already-closed';
  if (draft.facts.excluded.includes(done.by)) return 'left-out-of-it';
  if (as === null) return 'no-part-in-it';
  if (done.act !== 'decided') return null;
  if (volunteer) return 'volunteers-do-not-decide';
  return onlyLeadsDecide(draft) && !isLeadsPlace(as) ? 'only-a-lead-decides' : null;
}

/** Urgent and above, and whatever only a lead may hold, is decided in a lead's place; a worry by whoever has it. */
export function onlyLeadsDecide(draft: Draft): boolean {
  return atLeast(draft.facts.level, 'urgent') || draft.progress.plan.heldBy === 'a-lead';
}

function isVolunteer(draft: Draft, done: ActToRecord): boolean {
  const now = staffedById(draft.staffing, done.by)?.practitioner.volunteer;
  return now ?? draft.progress.acts.find((act) => act.by === done.by)?.volunteer ?? false;
}

/** An act done twice keeps its first moment and counts as done now. */
function stand(draft: Draft, act: Act, by: string, as: Capacity, volunteer: boolean): void {
  const { progress, now } = draft;
  progress.seq += 1;
  const before = progress.acts.find((one) => one.act === act && one.by === by);
  progress.acts = progress.acts.filter((one) => one !== before);
  progress.acts.push({ act, by, as, at: before?.at ?? now, lastAt: now, seq: progress.seq, volunteer });
}

/** How long, in minutes, whoever takes this case on has to open its words: as its pathway had it when it was opened. */
export function openWithinMinutes(kase: Case): number {
  return (kase.progress as Progress).common.openWithinMinutes;
}

/** The words must be opened soon, unless they have been; a clock that ran out before runs again for this person. */
function takenOn(draft: Draft, done: ActToRecord): void {
  const { progress, now } = draft;
  const opened = progress.acts.some((act) => act.by === done.by && act.act === 'seen');
  if (!opened) mustOpen(draft, done.by, progress.common.openWithinMinutes * MINUTE_MS);
  progress.passedOn = progress.passedOn.filter((id) => id !== done.by);
  leaveMoreToTheHolder(draft);
  const own = progress.acts.at(-1);
  if (own === undefined || !mayHold(draft, own)) return;
  runAgain(draft, 'decided', now);
  runAgain(draft, 'contacted', now);
}

function runAgain(draft: Draft, clock: 'decided' | 'contacted', now: Instant): void {
  const { alarms, againMs } = draft.progress;
  const ranOut = draft.clocks[clock === 'decided' ? 'decidedBy' : 'contactedBy'];
  if (alarms[clock] !== null || ranOut === null || againMs[clock] === null) return;
  const leftMs = againMs[clock];
  alarms[clock] = clock === 'contacted' ? whenTheTalkIsOwed(draft, leftMs) : later(now, leftMs);
  draft.clocks =
    clock === 'decided'
      ? { ...draft.clocks, decidedBy: alarms[clock] }
      : { ...draft.clocks, contactedBy: alarms[clock] };
}
