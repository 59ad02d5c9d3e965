import {
  DAY_MS,
  msBetween,
  type Duty,
  type Instant,
  type Practitioner,
  type PractitionerId,
  type Roster,
  type Shift,
  type Staffed,
  type Staffing,
  type YoungPerson,
  type YoungPersonId,
} from '../vocabulary';
import { bankHolidays } from './bankHolidays';
import { channelStates } from './channelState';
import { localDateOf } from './localTime';
import { isNight } from './night';
import { dayStartsAt, inHours, nextDigestAt, nextInAt, onLeave } from './workingDays';

/** Who is asked when nobody who knows the young person is there. */
const LAST: readonly Duty[] = ['lead', 'second', 'manager'];

export interface StaffingAsked {
  /** Null for an unknown number: then nobody is their practitioner. */
  readonly youngPerson: YoungPersonId | null;
  readonly now: Instant;
  /** Live installations require channels proven by a real reply in the last 30 days; default false. */
  readonly proofsRequired?: boolean;
}

/**
 * Who stands where for one young person (or unknown number) at one moment. Where lead, second and manager are all on
 * leave, they are asked although they are on leave: somebody woken on holiday is better than nobody told.
 */
export function staffingFor(roster: Roster, asked: StaffingAsked): Staffing {
  const { now, proofsRequired = false } = asked;
  const { area, timeZone } = roster.organisation;
  const person = roster.youngPeople.find((one) => one.id === asked.youngPerson) ?? null;
  const byHours = (id: PractitionerId | null) => staffed(roster, id, now, { proofsRequired });
  const isAnybodyThere = LAST.some((duty) => onDuty(roster, duty, now) !== null);
  const holding = (duty: Duty) => (isAnybodyThere ? onDuty(roster, duty, now) : onTheRota(roster, duty, now));
  const byRota = (duty: Duty) => staffed(roster, holding(duty), now, { proofsRequired, holdsDuty: true });
  const coordinator = byHours(coordinatorOf(roster, person, now));
  const rotaCover = notInConflict(byRota('cover'), person);
  return {
    at: now,
    timeZone,
    night: isNight(now, timeZone),
    mentor: byHours(person?.mentor ?? null),
    cover: rotaCover ?? buddyInHours(byHours(person?.buddy ?? null), person) ?? coordinator,
    coverByRota: rotaCover !== null,
    coordinator,
    lead: byRota('lead'),
    second: byRota('second'),
    manager: byRota('manager'),
    outsideContact: byHours(roster.organisation.outsideContact ?? null),
    bankHolidays: holidaysAround(area, now, timeZone),
  };
}

/**
 * Who holds a duty now; null when nobody does. Where two shifts overlap, the one that began last counts. Whoever is on
 * leave holds none: a shift written over it is a gap, and whoever comes after is asked without a minute lost.
 */
export function onDuty(roster: Roster, duty: Duty, now: Instant): PractitionerId | null {
  return latestOf(shiftsOf(roster, duty, now).filter((shift) => !isAwayFrom(shift, roster, now)));
}

/** Who is written down for a duty now, on leave or not. */
function onTheRota(roster: Roster, duty: Duty, now: Instant): PractitionerId | null {
  return latestOf(shiftsOf(roster, duty, now));
}

function shiftsOf({ shifts }: Roster, duty: Duty, now: Instant): readonly Shift[] {
  return shifts.filter((shift) => shift.duty === duty && shift.from <= now && now < shift.to);
}

function latestOf(shifts: readonly Shift[]): PractitionerId | null {
  return [...shifts].sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.practitioner ?? null;
}

/** On leave now. The shift of a night that began before the leave did is worked to its end. */
export function isAwayFrom(
  { practitioner, from, to }: Shift,
  { practitioners, organisation }: Roster,
  now: Instant,
): boolean {
  const holder = practitioners.find((one) => one.id === practitioner);
  if (!holder || holder.leave.length === 0) return false;
  const isAway = (at: Instant) => onLeave(holder, localDateOf(at, organisation.timeZone));
  return isAway(now) && (msBetween(from, to) > DAY_MS || isAway(from));
}

/** A practitioner as they stand now; null when there is none or they have left. */
function staffed(
  roster: Roster,
  id: PractitionerId | null,
  now: Instant,
  how: { readonly proofsRequired: boolean; readonly holdsDuty?: boolean },
): Staffed | null {
  const practitioner = roster.practitioners.find((one) => one.id === id);
  if (!practitioner || hasLeft(practitioner, now)) return null;
  const place = roster.organisation;
  return {
    practitioner,
    available: how.holdsDuty ?? inHours(practitioner, now, place),
    dayStartsAt: dayStartsAt(practitioner, now, place),
    nextDigestAt: nextDigestAt(practitioner, now, place),
    nextInAt: nextInAt(practitioner, now, place),
    channels: channelStates(practitioner, now, how.proofsRequired),
  };
}

function hasLeft(practitioner: Practitioner, now: Instant): boolean {
  return practitioner.leftAt !== null && practitioner.leftAt <= now;
}

/** The coordinator in hours now, else the first on the roster; never one on leave, or in conflict with this young person. */
function coordinatorOf(roster: Roster, person: YoungPerson | null, now: Instant): PractitionerId | null {
  const today = localDateOf(now, roster.organisation.timeZone);
  const all = roster.practitioners
    .filter((one) => one.roles.includes('coordinator') && !hasLeft(one, now) && !onLeave(one, today))
    .filter((one) => !person?.conflicts.includes(one.id));
  return (all.find((one) => inHours(one, now, roster.organisation)) ?? all[0])?.id ?? null;
}

function buddyInHours(buddy: Staffed | null, person: YoungPerson | null): Staffed | null {
  return buddy?.available ? notInConflict(buddy, person) : null;
}

function notInConflict(one: Staffed | null, person: YoungPerson | null): Staffed | null {
  return one && person?.conflicts.includes(one.practitioner.id) ? null : one;
}

/** Bank holidays of this year and the next, so that working days can be counted over New Year. */
function holidaysAround(area: string, now: Instant, zone: string): readonly string[] {
  const year = Number(localDateOf(now, zone).slice(0, 4));
  return [...bankHolidays(area, year), ...bankHolidays(area, year + 1)];
}
