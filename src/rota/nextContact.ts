import { DAY_MS, later, type Instant, type LocalDate, type Roster, type YoungPerson } from '../vocabulary';
import { isBankHoliday } from './bankHolidays';
import { localDateOf } from './localTime';
import { nextWeeklySlot } from './weeklySlots';
import { onLeave } from './workingDays';

/** The visits looked past (leave, a bank holiday) before none is named. */
const VISITS_LOOKED_AT = 8;
/** As far back as the last visit is looked for. */
const LOOKED_BACK_MS = 28 * DAY_MS;

/**
 * The next visit that will really be, as it may be named to a young person: not on a day their mentor is away, not
 * when somebody else is their mentor by then, and not after the ending. Null: there is none to name.
 */
export function nextVisit(roster: Roster, person: YoungPerson, now: Instant): Instant | null {
  const { area, timeZone } = roster.organisation;
  const mentor = roster.practitioners.find((one) => one.id === person.mentor);
  if (!mentor) return null;
  let visit = nextWeeklySlot(person.visits, timeZone, now);
  for (let looked = 0; visit !== null && looked < VISITS_LOOKED_AT; looked += 1) {
    const date = localDateOf(visit, timeZone);
    const hasLeft = mentor.leftAt !== null && mentor.leftAt <= visit;
    if (hasLeft || isOver(person, date) || (person.nextMentor && person.nextMentor.from <= date)) return null;
    if (!onLeave(mentor, date) && !isBankHoliday(area, date)) return visit;
    visit = nextWeeklySlot(person.visits, timeZone, visit);
  }
  return null;
}

/** The latest visit of the last weeks that will have been by `now`, as `nextVisit` counts them. Null: there was none. */
export function lastVisit(roster: Roster, person: YoungPerson, now: Instant): Instant | null {
  return visitsBetween(roster, person, later(now, -LOOKED_BACK_MS), now).at(-1) ?? null;
}

/** Every visit after `from` and up to `to`, as `nextVisit` counts them, in their order. */
export function visitsBetween(roster: Roster, person: YoungPerson, from: Instant, to: Instant): readonly Instant[] {
  const visits: Instant[] = [];
  let visit = nextVisit(roster, person, from);
  while (visit !== null && visit <= to) {
    visits.push(visit);
    visit = nextVisit(roster, person, visit);
  }
  return visits;
}

/** The next check-in that will really come: none after the ending, and none while they are missing. */
export function nextCheckIn(roster: Roster, person: YoungPerson, now: Instant): Instant | null {
  const { timeZone } = roster.organisation;
  const next = nextWeeklySlot(person.checkIns, timeZone, now);
  const comes = next !== null && person.missingSince === null && !isOver(person, localDateOf(next, timeZone));
  return comes ? next : null;
}

function isOver({ endsOn }: YoungPerson, date: LocalDate): boolean {
  return endsOn != null && endsOn < date;
}
