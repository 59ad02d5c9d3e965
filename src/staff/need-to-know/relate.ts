import type { Capacity, PractitionerId, Staffed, Staffing, YoungPerson, Practitioner } from '../../vocabulary';

/** Why somebody may read about a young person: in a capacity, or through an opened glass. */
export type Relation = Capacity | 'broke-glass';

/** Those who decide, and to whom alone an allegation is open. */
export const LEADS: readonly Relation[] = ['duty-lead', 'second-lead', 'manager', 'outside-contact'];

const isHeldBy = (staffed: Staffed | null, id: PractitionerId): boolean => staffed?.practitioner.id === id;

/**
 * What `reader` is to `youngPerson` now; null = nothing, and then nothing is shown.
 *
 * A mentor is theirs always; cover (which may be the buddy) only while the mentor is away; the lead's side and the
 * coordinator by their office. A conflict set at matching outweighs everything.
 */
export function relate(
  reader: Practitioner,
  youngPerson: YoungPerson,
  staffing: Staffing,
  glassIsOpen: boolean,
): Relation | null {
  if (reader.leftAt !== null || youngPerson.conflicts.includes(reader.id)) return null;
  if (youngPerson.mentor === reader.id) return 'mentor';
  const office = officeOf(reader, staffing);
  if (office !== null) return office;
  if (isHeldBy(staffing.cover, reader.id) && !staffing.mentor?.available) return 'cover';
  return glassIsOpen ? 'broke-glass' : null;
}

/** The office somebody holds towards every young person of the service, highest duty first; null = none. */
export function officeOf(reader: Practitioner, staffing: Staffing): Capacity | null {
  if (isHeldBy(staffing.lead, reader.id)) return 'duty-lead';
  if (isHeldBy(staffing.second, reader.id)) return 'second-lead';
  if (isHeldBy(staffing.manager, reader.id)) return 'manager';
  if (reader.roles.includes('duty-lead')) return 'duty-lead';
  if (reader.roles.includes('manager')) return 'manager';
  if (reader.roles.includes('coordinator')) return 'coordinator';
  return null;
}

/** Those who stand in the lead's chain now, first to last. */
export function leadChain(staffing: Staffing): readonly { readonly as: Capacity; readonly id: PractitionerId }[] {
  const chain = [
    { as: 'duty-lead', staffed: staffing.lead },
    { as: 'second-lead', staffed: staffing.second },
    { as: 'manager', staffed: staffing.manager },
    { as: 'outside-contact', staffed: staffing.outsideContact },
  ] as const;
  return chain.flatMap(({ as, staffed }) => (staffed === null ? [] : [{ as, id: staffed.practitioner.id }]));
}
