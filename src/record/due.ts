import type { DueWork, Instant } from '../vocabulary';
import type { Db } from './db';

/** What is due by `now`, oldest first, read without locks over the four indexed due columns. */
export async function dueBy(db: Db, now: Instant, limit: number): Promise<readonly DueWork[]> {
  return db.all<DueWork>(
    `select kind, id, line, due_at as "dueAt" from (
       (select 'turn' as kind, id, id as line, turn_due_at as due_at from lines
         where turn_due_at <= $1 order by turn_due_at limit $2)
       union all
       (select 'concern', id, line_id, due_at from concerns where due_at <= $1 order by due_at limit $2)
       union all
       (select case when line_id is null then 'notice' else 'delivery' end, id, line_id, due_at from deliveries
         where due_at <= $1 order by due_at limit $2)
       union all
       (select 'errand', id, line_id, due_at from errands
         where done_at is null and due_at <= $1 order by due_at limit $2)
     ) as waiting order by due_at, id limit $2`,
    [now, limit],
  );
}

/** The earliest moment anything is due; null when nothing is. */
export async function nextDue(db: Db): Promise<Instant | null> {
  const row = await db.one<{ next: Instant | null }>(
    `select least(
       (select min(turn_due_at) from lines where turn_due_at is not null),
       (select min(due_at) from concerns where due_at is not null),
       (select min(due_at) from deliveries where due_at is not null),
       (select min(due_at) from errands where done_at is null)
     ) as next`,
  );
  return row!.next;
}
