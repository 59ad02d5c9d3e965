import type { LocalDate, YoungPersonId } from '../../vocabulary';
import type { Db } from '../db';
import { retentionStore } from '../stores/retention';
import { rosterPlaces } from '../stores/rosterRows';
import type { DestructionDay, EverKnown, Keeping } from './types';

interface PersonRow {
  id: YoungPersonId;
  name_sealed: string;
  in_roster: boolean;
  line_id: string | null;
}

interface DayRow {
  day: LocalDate;
  lines: number;
  messages: number;
  texts: number;
  answers: number;
  notes: number;
  concerns: number;
  approved_by: string[];
}

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
    name: db.keys.open(row.name_sealed, rosterPlaces.youngPerson('name', row.id)),
    inRoster: row.in_roster,
    line: row.line_id,
  }));
}

async function readDestroyed(db: Db, of: YoungPersonId | null): Promise<readonly DestructionDay[]> {
  const total = (what: string) => `sum((data->>'${what}')::int)::int as ${what}`;
  const rows = await db.all<DayRow>(
    `select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(distinct chain_id)::int as lines,
       ${['messages', 'texts', 'answers', 'notes', 'concerns'].map(total).join(', ')},
       array_agg(distinct data->>'approvedBy') as approved_by
     from events where name = 'words-destroyed'
       and ($1::text is null or chain_id = (select id from lines where young_person_id = $1))
     group by day order by day desc limit ${DAYS_SHOWN}`,
    [of],
  );
  return rows.map(({ day, lines, approved_by, ...counts }) => ({ day, lines, counts, approvedBy: approved_by }));
}
