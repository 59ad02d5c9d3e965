import type { Errand, ErrandKind, Instant, LineId } from '../../vocabulary';
import type { Db } from '../db';

interface Row {
  id: string;
  kind: ErrandKind;
  subject: string;
  line_id: LineId | null;
  due_at: Instant;
  done_at: Instant | null;
}

/** What the service must do by itself at a moment. */
export function errandStore(db: Db) {
  const first = async (text: string, values: readonly unknown[]): Promise<Errand | null> => {
    const row = await db.one<Row>(text, values);
    return row === null ? null : toErrand(row);
  };

  return {
    async add(errand: Errand): Promise<boolean> {
      const added = await db.one(
        `insert into errands (id, kind, subject, line_id, due_at, done_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (kind, subject) where done_at is null do nothing returning id`,
        [errand.id, errand.kind, errand.subject, errand.line, errand.dueAt, errand.doneAt],
      );
      return added !== null;
    },

    get: (id: string) => first('select * from errands where id = $1', [id]),

    async waitingFor(kind: ErrandKind): Promise<readonly string[]> {
      const rows = await db.all<Pick<Row, 'subject'>>(
        'select subject from errands where kind = $1 and done_at is null',
        [kind],
      );
      return rows.map(({ subject }) => subject);
    },

    lock: (id: string) => first('select * from errands where id = $1 and done_at is null for update skip locked', [id]),

    async done(id: string, at: Instant): Promise<void> {
      await db.write('update errands set done_at = $2 where id = $1', [id, at]);
    },

    async postpone(id: string, dueAt: Instant): Promise<void> {
      await db.write('update errands set due_at = $2 where id = $1', [id, dueAt]);
    },

    async cancel(kind: ErrandKind, subject: string, at: Instant): Promise<void> {
      await db.write('update errands set done_at = $3 where kind = $1 and subject = $2 and done_at is null', [
        kind,
        subject,
        at,
      ]);
    },
  };
}

function toErrand(row: Row): Errand {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    line: row.line_id,
    dueAt: row.due_at,
    doneAt: row.done_at,
  };
}
