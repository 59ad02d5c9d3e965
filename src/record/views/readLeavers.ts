import type { PractitionerId, YoungPersonId } from '../../vocabulary';
import type { Db } from '../db';
import { rosterPlaces } from '../stores/rosterRows';
import type { Leavers } from './types';

interface LeaverRow {
  id: string;
  name_sealed: string;
}

const GONE_FROM = (people: 'practitioners' | 'young_people') =>
  `select id, name_sealed from ${people} where not in_roster and name_sealed is not null`;

/** Whoever is on the roster no more and still has a name here: what they did, or said, is shown under it. */
export async function readLeavers(db: Db): Promise<Leavers> {
  const [practitioners, youngPeople] = await Promise.all([
    db.all<LeaverRow>(GONE_FROM('practitioners')),
    db.all<LeaverRow>(GONE_FROM('young_people')),
  ]);
  const opened = (rows: readonly LeaverRow[], place: (id: string) => string) =>
    new Map(rows.map(({ id, name_sealed }) => [id, db.keys.open(name_sealed, place(id))]));
  return {
    practitioners: opened(practitioners, (id: PractitionerId) => rosterPlaces.practitioner('name', id)),
    youngPeople: opened(youngPeople, (id: YoungPersonId) => rosterPlaces.youngPerson('name', id)),
  };
}
