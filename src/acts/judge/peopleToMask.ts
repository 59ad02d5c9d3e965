import type { PeopleToMask, Roster, YoungPerson } from '../../vocabulary';

/** Everybody and every place the record knows by name: what a language model must never be shown. */
export function peopleToMask(roster: Roster, person: YoungPerson | null): PeopleToMask {
  const { practitioners, youngPeople, organisation } = roster;
  const carers = person?.carers.map((one) => one.name) ?? [];
  const others = [
    ...carers,
    person?.socialWorker,
    ...youngPeople.filter((one) => one !== person).map((one) => one.name),
  ];
  const places = [...(person?.addresses ?? []), person?.school, organisation.name];
  return {
    youngPerson: person?.name ?? null,
    staff: practitioners.map((one) => one.name),
    others: others.filter((name) => name != null),
    places: places.filter((place) => place != null),
  };
}
