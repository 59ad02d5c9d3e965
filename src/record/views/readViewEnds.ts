import { earliest, type Instant, type LineId, type PractitionerId } from '../../vocabulary';
import type { Db } from '../db';
import type { BrokenGlass, ViewEnd } from './types';
import { places } from '../places';

interface EndRow {
  line_id: LineId;
  before_seq: number;
  said_at: Instant;
  ended_at: Instant;
}

/**
 * Where this practitioner's view of lines ends. Two things end one: a message that could mean them (an event names it),
 * and "not them", which stands while the line says so and ends the view at the message that asked.
 */
const ENDS = `
  select events.chain_id as line_id, messages.seq as before_seq, messages.received_at as said_at,
    events.happened_at as ended_at
  from events join messages on messages.id = events.data->>'message'
  where events.name = 'view-ended' and events.data ->> 'practitioner' = $1
  union all
  select lines.id, messages.seq, messages.received_at, asked.happened_at
  from lines
  join lateral (
    select happened_at from events where chain_id = lines.id and name = 'not-them-asked'
      and data->'who' @> to_jsonb($1::text) order by n limit 1
  ) as asked on true
  join lateral (
    select seq, received_at from messages where line_id = lines.id and received_at <= asked.happened_at
    order by seq desc limit 1
  ) as messages on true
  where lines.not_them <> '{}' and $1 = any(lines.not_them)`;

/** One end a line: the earliest. Nothing said or done from its first message on is in the view. */
export async function readViewEnds(db: Db, practitioner: PractitionerId): Promise<readonly ViewEnd[]> {
  const rows = await db.all<EndRow>(ENDS, [practitioner]);
  const lines = [...new Set(rows.map((row) => row.line_id))];
  return lines.map((line) => {
    const own = rows.filter((row) => row.line_id === line);
    return {
      line,
      beforeSeq: Math.min(...own.map((row) => row.before_seq)),
      at: earliest(...own.flatMap((row) => [row.said_at, row.ended_at])) ?? '',
    };
  });
}

interface GlassRow {
  practitioner_id: PractitionerId;
  young_person_id: string;
  reason_sealed: string;
  opened_at: Instant;
  until_at: Instant;
}

/** What this practitioner opened with a reason and is still open at `now`. */
export async function readOpenGlass(
  db: Db,
  practitioner: PractitionerId,
  now: Instant,
): Promise<readonly BrokenGlass[]> {
  const rows = await db.all<GlassRow>('select * from opened_glass where practitioner_id = $1 and until_at > $2', [
    practitioner,
    now,
  ]);
  return rows.map((row) => glassOf(db, row));
}

/** What anybody opened with a reason at or after `since`, newest first. */
export async function readGlassOpenedSince(db: Db, since: Instant): Promise<readonly BrokenGlass[]> {
  const rows = await db.all<GlassRow>(
    'select * from opened_glass where opened_at >= $1 order by opened_at desc, practitioner_id, young_person_id',
    [since],
  );
  return rows.map((row) => glassOf(db, row));
}

function glassOf(db: Db, row: GlassRow): BrokenGlass {
  return {
    practitioner: row.practitioner_id,
    youngPerson: row.young_person_id,
    reason: db.keys.open(row.reason_sealed, places.glassReason(row.practitioner_id)),
    at: row.opened_at,
    until: row.until_at,
  };
}
