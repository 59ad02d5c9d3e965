import type { YoungPersonId } from '../../vocabulary';
import { openOrNull, type Db } from '../db';
import { retentionStore } from '../stores/retention';
import { rosterPlaces } from '../stores/rosterRows';
import type { DestructionDay, EverKnown, Keeping } from './types';

interface PersonRow {
  id: YoungPersonId;
  name_sealed: string | null;
  in_roster: boolean;
  line_id: string | null;
}

const COUNTED = [
  'messages',
  'texts',
  'answers',
  'notes',
  'concerns',
  'numbers',
  'contacts',
  'names',
  'youngPeople',
  'staffReplies',
  'textsToStaff',
] as const satisfies readonly (keyof DestructionDay['counts'])[];

/** Ten years of nights; what is older stands in the chain. */
const DAYS_SHOWN = 3_650;

/** Everybody there ever was, every legal hold, and what was destroyed day by day: of one young person, or (null) of all. */
export async function readKeeping(db: Db, of: YoungPersonId | null): Promise<Keeping> {
  const [people, holds, destroyed] = await Promise.all([
    readEverybody(db),
    retentionStore(db).holds(),
    readDestroyed(db, of),
  ]);
  return { people, holds, destroyed };
}

async function readEverybody(db: Db): Promise<readonly EverKnown[]> {
  const rows = await db.all<PersonRow>(
    `select young_people.id, name_sealed, in_roster, lines.id as line_id
     from young_people left join lines on lines.young_person_id = young_people.id
     order by in_roster desc, position, young_people.id`,
  );
  return rows.map((row) => ({
    youngPerson: row.id,
    name: openOrNull(db.keys, row.name_sealed, rosterPlaces.youngPerson('name', row.id)),
    inRoster: row.in_roster,
    line: row.line_id,
  }));
}

async function readDestroyed(db: Db, of: YoungPersonId | null): Promise<readonly DestructionDay[]> {
  const total = (what: string) => `'${what}', coalesce(sum((data->>'${what}')::int), 0)::int`;
  return db.all<DestructionDay>(
    `select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD') as day,
       count(distinct chain_id) filter (where name = 'words-destroyed')::int as lines,
       json_build_object(${COUNTED.map(total).join(', ')}) as counts,
       array_agg(distinct data->>'approvedBy') as "approvedBy"
     from events where name in ('words-destroyed', 'identities-destroyed')
       and ($1::text is null or chain_id = (select id from lines where young_person_id = $1))
     group by day order by day desc limit ${DAYS_SHOWN}`,
    [of],
  );
}
