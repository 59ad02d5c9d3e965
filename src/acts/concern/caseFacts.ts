import { nextWeeklySlot } from '../../rota';
import {
  MINUTE_MS,
  msBetween,
  type CaseFacts,
  type Instant,
  type Message,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import { practitionersMeant, youngPersonOf, type Accused } from '../who/findStaff';
import type { Raise } from './raise';

/** Whom these very words accuse, or could, and whom earlier ones did. */
export interface LeftOut extends Accused {
  /** Whom earlier words did: they hear of nothing new from this young person, whatever it is about. */
  readonly shutOut: readonly PractitionerId[];
}

/** The case as escalation is given it when a concern opens. */
export function caseFacts(roster: Roster, concern: string, raise: Raise, accused: LeftOut, now: Instant): CaseFacts {
  const person = youngPersonOf(roster, raise.line);
  const conflicts = person?.conflicts ?? [];
  return {
    concern,
    nature: raise.nature,
    level: raise.level,
    kinds: raise.assessment.kinds,
    about: raise.assessment.about,
    saidAt: stepsRunFrom(raise.message, now),
    excluded: [
      ...new Set([
        ...accused.ids,
        ...accused.shutOut,
        ...conflicts,
        ...raise.line.notThem,
        ...notWanted(roster, raise),
      ]),
    ],
    anyAdultMeant: accused.anyAdult,
    unsureOfSafety: false,
    doNotRing: raise.codeWord,
    doNotTellFamily: raise.assessment.kinds.includes('honour-based-abuse'),
    safeHours: person?.safeHours,
    nextVisitAt: person ? nextWeeklySlot(person.visits, roster.organisation.timeZone, raise.message.receivedAt) : null,
  };
}

const WAITED_MS = 5 * MINUTE_MS;

/** A message that waited on disk while the record was away: its steps run from now on, its report from its arrival. */
export function stepsRunFrom(message: Message, now: Instant): Instant {
  return msBetween(message.receivedAt, now) > WAITED_MS ? now : message.receivedAt;
}

/** Whom the young person said, in these words, that they do not want to hear of it. */
export function notWanted(roster: Roster, raise: Raise): readonly PractitionerId[] {
  return practitionersMeant(roster, youngPersonOf(roster, raise.line), raise.assessment.notThem);
}
