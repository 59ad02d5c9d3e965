import { passedOnBy } from '../../escalation';
import { atLeast, type Concern, type Instant, type Staffed, type Staffing } from '../../vocabulary';

export interface Reads {
  /** Who is named to the young person as the one who will read it; null when nobody is there. */
  readonly who: Staffed | null;
  readonly readBy: Instant | null;
}

/**
 * Who will read a concern and by when: the clock of its frozen pathway, and the first person on its way who is not
 * left out; of an allegation, whoever it is about, the lead alone. Nobody on duty is said plainly: then there is no time
 * to give.
 */
export function whoReadsIt(concern: Concern, staffing: Staffing): Reads {
  const clock = concern.case.clocks.readBy ?? concern.case.clocks.takenOnBy;
  const isLeadsAlone = concern.nature === 'allegation';
  const reads = atLeast(concern.level, 'urgent') ? readsUrgent : readsLess;
  const who = isLeadsAlone ? leadOrOutside(concern, staffing) : reads(concern, staffing);
  return { who, readBy: who ? clock : null };
}

function readsUrgent(concern: Concern, staffing: Staffing): Staffed | null {
  const mentor = usable(concern, staffing.mentor);
  // "Not sure", or silence: the clock that is named is the lead's, who is being rung.
  const { unsureOfSafety } = concern.case.facts;
  const mentorFirst =
    mentor?.available === true &&
    !hasPassedOn(concern, mentor) &&
    concern.level === 'urgent' &&
    !staffing.night &&
    !unsureOfSafety;
  return mentorFirst ? mentor : leadOrOutside(concern, staffing);
}

function leadOrOutside(concern: Concern, staffing: Staffing): Staffed | null {
  return lead(concern, staffing) ?? outside(concern, staffing);
}

/** Somebody outside stands in only for those on duty who may not know; where nobody is on duty, that is what is said. */
function outside(concern: Concern, staffing: Staffing): Staffed | null {
  const isAnybodyOnDuty = staffing.lead !== null || staffing.second !== null || staffing.manager !== null;
  return isAnybodyOnDuty ? usable(concern, staffing.outsideContact) : null;
}

/** Below urgent whoever holds it reads it: the practitioner a worry, the coordinator a picture, the lead what broke. */
function readsLess(concern: Concern, staffing: Staffing): Staffed | null {
  const { mentor, coordinator, lead: onDuty, second, manager, cover } = staffing;
  const holder = [mentor, coordinator, onDuty, second, manager, cover].find(
    (one) => one?.practitioner.id === concern.case.holder,
  );
  return usable(concern, holder ?? null) ?? usable(concern, mentor) ?? lead(concern, staffing);
}

/** Whoever passed it on is not named as the one who will read it, while there is somebody who has not. */
function lead(concern: Concern, { lead: onDuty, second, manager }: Staffing): Staffed | null {
  const leads = [onDuty, second, manager].flatMap((one) => usable(concern, one) ?? []);
  return leads.find((one) => !hasPassedOn(concern, one)) ?? leads[0] ?? null;
}

function hasPassedOn({ case: kase }: Concern, { practitioner }: Staffed): boolean {
  return passedOnBy(kase).includes(practitioner.id);
}

function usable(concern: Concern, staffed: Staffed | null): Staffed | null {
  return staffed !== null && !concern.hiddenFrom.includes(staffed.practitioner.id) ? staffed : null;
}
