import { atLeast, type Concern, type Instant, type Staffed, type Staffing } from '../vocabulary';

export interface Reads {
  /** Who is named to the young person as the one who will read it; null when nobody is there. */
  readonly who: Staffed | null;
  readonly readBy: Instant | null;
}

/**
 * Who will read a concern and by when: the clock of its frozen pathway, and the first person on its way who is not
 * left out. Nobody on duty is said plainly: then there is no time to give.
 */
export function whoReadsIt(concern: Concern, staffing: Staffing, _since: Instant): Reads {
  const hidden = new Set(concern.hiddenFrom);
  const usable = (staffed: Staffed | null) =>
    staffed !== null && !hidden.has(staffed.practitioner.id) ? staffed : null;
  const lead = usable(staffing.lead) ?? usable(staffing.second) ?? usable(staffing.manager);
  const mentor = usable(staffing.mentor);
  const clock = concern.case.clocks.readBy ?? concern.case.clocks.takenOnBy;
  const mentorFirst = mentor?.available === true && concern.level === 'urgent' && !staffing.night;
  const who =
    mentorFirst || !atLeast(concern.level, 'urgent') ? (mentor ?? lead) : (lead ?? usable(staffing.outsideContact));
  return { who, readBy: who ? clock : null };
}
