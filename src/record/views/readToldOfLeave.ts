import type { LocalDate, PractitionerId, YoungPersonId } from '../../vocabulary';
import { json, type Db } from '../db';

/** The young people of this mentor who have been told who stands in from that day on. */
export async function readToldOfLeave(
  db: Db,
  mentor: PractitionerId,
  from: LocalDate,
): Promise<readonly YoungPersonId[]> {
  const rows = await db.all<{ id: YoungPersonId }>(
    `select young_people.id from young_people join lines on lines.young_person_id = young_people.id
     where mentor_id = $1 and exists (
       select 1 from events where chain_id = lines.id and name = 'change-introduced' and data @> $2)
     order by young_people.position`,
    [mentor, json({ change: 'stand-in', from })],
  );
  return rows.map(({ id }) => id);
}
