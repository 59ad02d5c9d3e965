import type { Instant, LocalDate, PractitionerId, Roster, YoungPerson } from '../vocabulary';
import { addDays, localDateOf, momentOf } from './localTime';
import { staffingFor } from './staffingFor';
import { dayStartsAt, onLeave, worksOn } from './workingDays';

/** Somebody else will be there for a young person, or nobody of us: what they are told beforehand, by name. */
export type ChangeAhead =
  | {
      readonly change: 'stand-in';
      /** The first day the mentor is away, and the moment they are back. */
      readonly from: LocalDate;
      readonly backAt: Instant;
      readonly who: PractitionerId;
    }
  | { readonly change: 'new-mentor'; readonly from: LocalDate; readonly who: PractitionerId }
  | { readonly change: 'ending'; readonly from: LocalDate };

/** Leave is told this many days before it begins, a new mentor and an ending as soon as they are this near. */
const TOLD_DAYS_BEFORE: Readonly<Record<ChangeAhead['change'], number>> = {
  'stand-in': 3,
  'new-mentor': 14,
  ending: 28,
};

/** A leave shorter than this nobody would notice: the mentor comes on their next day as ever. */
const SHORTEST_LEAVE_WORKING_DAYS = 1;

/** What changes for this young person soon enough to be told of now. */
export function changesAhead(roster: Roster, person: YoungPerson, now: Instant): readonly ChangeAhead[] {
  const today = localDateOf(now, roster.organisation.timeZone);
  const isNear = ({ change, from }: ChangeAhead) => from <= addDays(today, TOLD_DAYS_BEFORE[change]);
  return [...leaveAhead(roster, person, today), ...newMentor(person), ...ending(person, today)].filter(isNear);
}

function leaveAhead(roster: Roster, person: YoungPerson, today: LocalDate): readonly ChangeAhead[] {
  const { timeZone } = roster.organisation;
  const mentor = roster.practitioners.find((one) => one.id === person.mentor);
  if (!mentor) return [];
  return mentor.leave
    .filter(
      ({ from, to }) => from >= today && missedDays(roster, person, from, to).length >= SHORTEST_LEAVE_WORKING_DAYS,
    )
    .flatMap(({ from, to }): ChangeAhead[] => {
      const backAt = dayStartsAt(mentor, momentOf(addDays(to, 1), '00:00', timeZone), roster.organisation);
      const who = standIn(roster, person, from, to);
      return backAt === null || who === null ? [] : [{ change: 'stand-in', from, backAt, who }];
    });
}

/** The days of a leave on which the mentor would have worked. */
function missedDays(roster: Roster, person: YoungPerson, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const mentor = roster.practitioners.find((one) => one.id === person.mentor);
  if (!mentor) return [];
  const atWork = { ...mentor, leave: [] };
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (worksOn(atWork, day, roster.organisation)) days.push(day);
  }
  return days;
}

/** Whoever stands in at noon of the first day the mentor is missed: by the rota, else the buddy, else the coordinator. */
function standIn(roster: Roster, person: YoungPerson, from: LocalDate, to: LocalDate): PractitionerId | null {
  const [first] = missedDays(roster, person, from, to);
  if (first === undefined) return null;
  const noon = momentOf(first, '12:00', roster.organisation.timeZone);
  const { cover } = staffingFor(roster, { youngPerson: person.id, now: noon });
  const may = cover !== null && cover.practitioner.id !== person.mentor && !onLeave(cover.practitioner, first);
  return may ? cover.practitioner.id : null;
}

function newMentor({ nextMentor }: YoungPerson): readonly ChangeAhead[] {
  return nextMentor ? [{ change: 'new-mentor', ...nextMentor }] : [];
}

function ending({ endsOn }: YoungPerson, today: LocalDate): readonly ChangeAhead[] {
  return endsOn && endsOn >= today ? [{ change: 'ending', from: endsOn }] : [];
}
