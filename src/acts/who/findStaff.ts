import {
  firstName,
  type Line,
  type Meant,
  type Practitioner,
  type PractitionerId,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';

/** The young person of a line as the roster has them; null for an unknown number. */
export function youngPersonOf(roster: Roster, line: Line): YoungPerson | null {
  return roster.youngPeople.find((person) => person.id === line.youngPerson) ?? null;
}

/** Somebody on the roster, also when they have left; null when nobody is meant or nobody has that id. */
export function practitionerOf(roster: Roster, id: PractitionerId | null): Practitioner | null {
  return roster.practitioners.find((practitioner) => practitioner.id === id) ?? null;
}

/** What somebody is called in a text: by their first name, and the organisation by its whole name where it is nobody. */
export function calledOnRoster(roster: Roster, id: PractitionerId | null): string {
  const practitioner = practitionerOf(roster, id);
  return practitioner ? firstName(practitioner) : roster.organisation.name;
}

/**
 * The adults of the service a young person knows by name: their pair, whoever watches over it, and everybody who
 * may stand in. Their first names are what the assessor is told to listen for (`namesToHear`).
 */
export function staffKnownTo(roster: Roster, person: YoungPerson | null): readonly Practitioner[] {
  const pair = new Set([person?.mentor, person?.buddy]);
  const covering = new Set(roster.shifts.map((shift) => shift.practitioner));
  return roster.practitioners.filter(
    (practitioner) =>
      pair.has(practitioner.id) ||
      covering.has(practitioner.id) ||
      practitioner.roles.some((role) => role === 'coordinator' || role === 'duty-lead' || role === 'manager'),
  );
}

/** Everybody of the service whose first (or full) name is one of `names`, in any spelling of case. */
export function practitionersNamed(roster: Roster, names: readonly string[]): readonly PractitionerId[] {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()));
  return roster.practitioners
    .filter((one) => wanted.has(firstName(one).toLowerCase()) || wanted.has(one.name.toLowerCase()))
    .map((one) => one.id);
}

/** Whom "dont tell saz" or "not my mentor" means: whoever has that name, else their own mentor. */
export function practitionersMeant(
  roster: Roster,
  person: YoungPerson | null,
  said: readonly string[],
): readonly PractitionerId[] {
  return said.flatMap((one) => {
    const named = practitionersNamed(roster, [one]);
    return named.length > 0 || person === null ? named : [person.mentor];
  });
}

/** A first name as the roster spells it, however it was texted; a name nobody has stays as it is. */
export function nameOnRoster(roster: Roster, name: string): string {
  const [id] = practitionersNamed(roster, [name]);
  const practitioner = practitionerOf(roster, id ?? null);
  return practitioner ? firstName(practitioner) : name;
}

export interface Accused {
  readonly ids: readonly PractitionerId[];
  /** No name and no role says which adult of ours is meant: it could be any of them. */
  readonly anyAdult: boolean;
}

/**
 * Who an allegation is or could be about. A role word means the young person's own mentor; where neither a name nor
 * a role tells, any adult of the service could be meant, and their own pair is left out first of all.
 */
export function accusedBy(roster: Roster, person: YoungPerson | null, meant: Meant): Accused {
  const named = practitionersNamed(roster, meant.names);
  const pair = [person?.mentor, person?.buddy].filter((id): id is PractitionerId => id != null);
  if (named.length > 0 && !meant.unnamed) return { ids: named, anyAdult: false };
  if (meant.roleWords.length > 0 && !meant.unnamed && person) return { ids: [person.mentor], anyAdult: false };
  return { ids: [...new Set([...named, ...pair])], anyAdult: true };
}
