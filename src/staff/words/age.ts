import { localDateOf } from '../../rota';
import { ageOn, firstName, isUnder13, type Instant, type Roster, type YoungPerson } from '../../vocabulary';

/** Of age: children's services refer to those of adults. */
const GROWN_UP = 18;

/** In whole years today; null where nobody wrote down when they were born. */
export function ageOf({ dateOfBirth }: YoungPerson, { organisation }: Roster, now: Instant): number | null {
  return dateOfBirth === null ? null : ageOn(dateOfBirth, localDateOf(now, organisation.timeZone));
}

/** What whoever decides must know of their age; null where it changes nothing. */
export function sayAgeMatters(person: YoungPerson, roster: Roster, now: Instant): string | null {
  const age = ageOf(person, roster, now);
  if (age === null) return null;
  const who = `${firstName(person)} is ${age}.`;
  if (isUnder13(age)) return `${who} Under 13, anything sexual is always referred, whoever it was with.`;
  if (age >= GROWN_UP) return `${who} A referral goes to the services for adults.`;
  return null;
}
