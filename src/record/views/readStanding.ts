import {
  later,
  MINUTE_MS,
  type EventName,
  type Instant,
  type NoticeChannel,
  type PractitionerId,
} from '../../vocabulary';
import type { Db } from '../db';

/** Work this far behind its moment is not merely busy. */
const BEHIND_MS = 2 * MINUTE_MS;
const ONE_WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const ONE_DAY_MS = 24 * 60 * MINUTE_MS;

/** What the rows say of how the service itself is doing: ids and moments, nobody's words. */
export interface Standing {
  /** What should have been done and is not, by kind. */
  readonly behind: readonly { readonly kind: WorkKind; readonly count: number; readonly since: Instant }[];
  /** Channels of practitioners by which the last thing sent did not arrive, within a week. */
  readonly failing: readonly {
    readonly practitioner: PractitionerId;
    readonly by: NoticeChannel;
    readonly at: Instant;
  }[];
  /** Calls at the carrier's door failed their signature, within a day. */
  readonly signatureRefusedAt: Instant | null;
  /** The record refused a message as it is ordinarily received, within a day: it was left to a human. */
  readonly messageRefusedAt: Instant | null;
  /** When the auditor last found everything in order; null: never. */
  readonly auditorBeatAt: Instant | null;
}

export type WorkKind = 'turn' | 'concern' | 'delivery' | 'errand';

/**
 * How the work stands at `now`, for whoever mends the service: what is behind, what does not arrive, what is silent.
 */
export async function readStanding(db: Db, now: Instant): Promise<Standing> {
  const behind = await db.all<Standing['behind'][number]>(
    `select kind, count(*)::int as count, min(due_at) as since from (
       select 'turn' as kind, turn_due_at as due_at from lines where turn_due_at < $1
       union all select 'concern', due_at from concerns where due_at < $1
       union all select 'delivery', due_at from deliveries where due_at < $1
       union all select 'errand', due_at from errands where done_at is null and due_at < $1
     ) as late group by kind order by since`,
    [later(now, -BEHIND_MS)],
  );
  const failing = await db.all<Standing['failing'][number]>(
    `select practitioner, by, at from (
       select distinct on (practitioner_id, channel) practitioner_id as practitioner, channel as by, created_at as at, state
       from deliveries where practitioner_id is not null and created_at between $1 and $2 and state <> 'waiting' and state <> 'withdrawn'
       order by practitioner_id, channel, order_number desc
     ) as last where state in ('failed', 'undelivered') order by practitioner, by`,
    [later(now, -ONE_WEEK_MS), now],
  );
  const lastOf = async (name: EventName) => {
    const last = await db.one<{ at: Instant }>(
      `select max(happened_at) as at from events
       where chain_id = 'organisation' and name = $1 and happened_at >= $2`,
      [name, later(now, -ONE_DAY_MS)],
    );
    return last?.at ?? null;
  };
  const beat = await db.one<{ beat_at: Instant }>(`select beat_at from heartbeats where of_what = 'auditor'`);
  return {
    behind,
    failing,
    signatureRefusedAt: await lastOf('signature-refused'),
    messageRefusedAt: await lastOf('message-refused'),
    auditorBeatAt: beat?.beat_at ?? null,
  };
}
