import {
  earliest,
  later,
  type Instant,
  type MissedReason,
  type NoticeChannel,
  type NoticeWording,
  type PractitionerId,
} from '../../vocabulary';
import { holderOf } from '../standing/holder';
import { noteMissed, reopen, type Alarms, type Draft, type StandingAct } from '../standing/progress';
import { scheduleForPerson, scheduleRun } from './schedule';
import { actingLead, capacityOf, DECIDING_SEATS, seated } from '../standing/seats';
import type { Plan } from '../table/choosePlan';
import type { Seat } from '../table/pathway';
import { isHeld, isOpened } from '../standing/stops';

/** A clock that has run out. `who` only for the time in which somebody who took it on must open it. */
export interface Alarm {
  readonly clock: keyof Alarms | 'open';
  readonly at: Instant;
  readonly who: PractitionerId | null;
}

/** Text and call: something that was in hand no longer is. */
const LOUD: readonly NoticeChannel[] = ['sms', 'voice'];

/**
 * Every clock that still waits for its act, soonest first. A satisfied clock is quiet but not gone: acts reopen. None
 * runs on in a closed case.
 */
function waiting(draft: Draft): readonly Alarm[] {
  if (draft.closedAt !== null) return [];
  const { alarms, openBy } = draft.progress;
  const clocks = Object.entries(alarms) as [keyof Alarms, Instant | null][];
  const all: Alarm[] = [
    ...Object.entries(openBy).map(([who, at]): Alarm => ({ clock: 'open', at, who })),
    ...clocks.flatMap(([clock, at]) => (at === null ? [] : [{ clock, at, who: null }])),
  ];
  return all.filter((alarm) => !isSatisfied(draft, alarm)).sort((a, b) => a.at.localeCompare(b.at));
}

/** The clocks that have run out by now and still wait for their act, soonest first. */
export function firedAlarms(draft: Draft): readonly Alarm[] {
  return waiting(draft).filter((alarm) => alarm.at <= draft.now);
}

/** When the next clock runs out that still waits for its act; null when none does. */
export function nextAlarmAt(draft: Draft): Instant | null {
  return earliest(...waiting(draft).map((alarm) => alarm.at));
}

function isSatisfied(draft: Draft, alarm: Alarm): boolean {
  const { acts } = draft.progress;
  const stands = (act: StandingAct['act']) => acts.some((one) => one.act === act);
  switch (alarm.clock) {
    case 'takenOn':
      return isHeld(draft);
    case 'read':
      return isOpened(draft);
    case 'promise':
      return stands('seen') || stands('decided');
    case 'decided':
      return stands('decided');
    case 'contacted':
      return stands('contacted');
    case 'open':
      return false;
  }
}

/** What follows when a clock runs out. */
export function fire(draft: Draft, alarm: Alarm): void {
  switch (alarm.clock) {
    case 'open':
      return neverOpened(draft, alarm.who ?? '');
    case 'promise':
      return admitLate(draft, alarm.at);
    case 'takenOn':
      draft.progress.alarms.takenOn = null;
      return noteClock(draft, 'taken-on', 'not-taken-on');
    case 'read':
      draft.progress.alarms.read = null;
      return noteClock(draft, 'read', 'not-opened');
    case 'decided':
      draft.progress.alarms.decided = null;
      return notFollowedThrough(draft, 'decided', 'not-decided');
    case 'contacted':
      draft.progress.alarms.contacted = null;
      return notFollowedThrough(draft, 'contacted', 'not-contacted');
  }
}

/** Stores that a clock ran out, against whoever held it. */
function noteClock(draft: Draft, step: string, reason: MissedReason): void {
  const practitioner = holderOf(draft);
  const as = (practitioner === null ? null : capacityOf(draft, practitioner)) ?? 'duty-lead';
  noteMissed(draft, draft.progress.run, { as, practitioner, reason, step });
}

/** Taken on and not opened in time: it is nobody's again. Whoever took it, and the lead, hear so at once. */
function neverOpened(draft: Draft, who: PractitionerId): void {
  delete draft.progress.openBy[who];
  const wasHeld = isHeld(draft);
  reopen(draft, 'taken-on', 'not-opened', who);
  if (!wasHeld || isHeld(draft)) return;
  const lead = actingLead(draft)?.who?.practitioner.id;
  for (const person of new Set([who, lead].filter((one) => one !== undefined))) {
    remind(draft, person, 'taken-on-then-forgotten');
  }
}

function remind(draft: Draft, person: PractitionerId, wording: NoticeWording): void {
  scheduleForPerson(draft, {
    step: 'reopened',
    by: LOUD,
    wording,
    dueAt: draft.now,
    stoppedBy: 'nothing',
    person,
  });
}

/**
 * Taken on and then forgotten: nobody has decided, or nobody has spoken with the young person. It is nobody's again;
 * whoever let it lie is told, and the deciding side is asked from its beginning until it is done or taken on anew.
 * Where nobody had taken it on, everybody is being asked already.
 */
function notFollowedThrough(draft: Draft, act: 'decided' | 'contacted', reason: MissedReason): void {
  const holder = holderOf(draft);
  noteClock(draft, act, reason);
  if (!isHeld(draft) && !draft.progress.acts.some((one) => one.act === 'decided')) return;
  if (act === 'decided') reopen(draft, 'taken-on', reason);
  const wording = act === 'decided' ? 'not-yet-decided' : 'not-yet-contacted';
  const plan = planNow(draft);
  scheduleRun(draft, { from: draft.now, sides: 'deciding', until: act, wording, plan });
  if (holder !== null) remind(draft, holder, wording);
}

/**
 * The plan for asking again: by day the plan of the day, so that nobody is rung every five minutes on a holiday about
 * what was decided at night.
 */
function planNow({ progress, staffing }: Draft): Plan {
  return (staffing.night ? null : progress.dayPlan) ?? progress.plan;
}

/** The young person was told a time and it has passed with nobody having read it. They hear so, once. */
function admitLate(draft: Draft, by: Instant): void {
  draft.progress.alarms.promise = null;
  const { reader } = draft.progress.plan;
  const named = reader === 'lead' ? null : seated(draft, reader);
  const reads = named?.missing === null ? named : actingLead(draft);
  const who = reads?.who?.practitioner.id ?? null;
  draft.happenings.push({ what: 'late', who, next: nextAsked(draft, who), by });
}

/** Who is asked after `who`: the first of the deciding side who is somebody else, as long as they are asked by now. */
function nextAsked(draft: Draft, who: PractitionerId | null): PractitionerId | null {
  const seats = DECIDING_SEATS.map((seat) => ({ seat, ...seated(draft, seat) }));
  const other = seats.find((one) => one.missing === null && one.who.practitioner.id !== who);
  return other?.missing === null && isAsked(draft, other.seat, other.who.practitioner.id)
    ? other.who.practitioner.id
    : null;
}

/** Told already, or at this very moment: a clock is looked at before the steps that are due with it. */
function isAsked({ progress, now }: Draft, seat: Seat, person: PractitionerId): boolean {
  const isDue = progress.pending.some((step) => step.tell.includes(seat) && step.dueAt <= now);
  return isDue || Object.values(progress.told).some((told) => told.practitioner === person);
}

/** Starts, or starts anew, the time in which somebody who took it on must have opened the words. */
export function mustOpen(draft: Draft, who: PractitionerId, withinMs: number): void {
  draft.progress.openBy[who] = later(draft.now, withinMs);
}
