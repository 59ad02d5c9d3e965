import type { Commitment, Instant, LineId } from '../../vocabulary';
import type { Db } from '../db';

interface Row {
  id: string;
  line_id: LineId;
  concern_id: string | null;
  what: Commitment['what'];
  practitioner_id: string | null;
  due_at: Instant;
  kept_at: Instant | null;
  admitted_at: Instant | null;
}

/** What the service said would happen, watched until it has or is admitted. */
export function commitmentStore(db: Db) {
  return {
    async add(commitment: Commitment): Promise<boolean> {
      const added = await db.one(
        `insert into commitments (id, line_id, concern_id, what, practitioner_id, due_at, kept_at, admitted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
        [
          commitment.id,
          commitment.line,
          commitment.concern,
          commitment.what,
          commitment.who,
          commitment.dueAt,
          commitment.keptAt,
          commitment.admittedAt,
        ],
      );
      return added !== null;
    },

    async save(commitment: Commitment): Promise<void> {
      await db.write('update commitments set concern_id = $2, kept_at = $3, admitted_at = $4 where id = $1', [
        commitment.id,
        commitment.concern,
        commitment.keptAt,
        commitment.admittedAt,
      ]);
    },

    async get(id: string): Promise<Commitment | null> {
      const row = await db.one<Row>('select * from commitments where id = $1', [id]);
      return row === null ? null : toCommitment(row);
    },

    /** Neither kept nor admitted late. */
    async openOf(line: LineId): Promise<readonly Commitment[]> {
      const rows = await db.all<Row>(
        'select * from commitments where line_id = $1 and kept_at is null and admitted_at is null order by due_at, id',
        [line],
      );
      return rows.map(toCommitment);
    },
  };
}

function toCommitment(row: Row): Commitment {
  return {
    id: row.id,
    line: row.line_id,
    concern: row.concern_id,
    what: row.what,
    who: row.practitioner_id,
    dueAt: row.due_at,
    keptAt: row.kept_at,
    admittedAt: row.admitted_at,
  };
}
