import type { ConcernId, DeliveryId, Instant, Notice, NoticeId, PractitionerId } from '../../vocabulary';
import type { Db } from '../db';

interface Row {
  id: NoticeId;
  concern_id: ConcernId;
  practitioner_id: PractitionerId;
  capacity: Notice['as'];
  step: string;
  attempt: number;
  channel: Notice['by'];
  code: string;
  made_at: Instant;
  withdrawn_at: Instant | null;
}

/** Who was told of which concern, by what, and the code they answer with. */
export function noticeStore(db: Db) {
  const first = async (text: string, values: readonly unknown[]): Promise<Notice | null> => {
    const row = await db.one<Row>(text, values);
    return row === null ? null : toNotice(row);
  };
  const code = async (text: string, values: readonly unknown[]): Promise<string | null> =>
    (await db.one<{ code: string }>(text, values))?.code ?? null;

  return {
    async add(notice: Notice): Promise<boolean> {
      const added = await db.one(
        `insert into notices (id, concern_id, practitioner_id, capacity, step, attempt, channel, code, made_at, withdrawn_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (concern_id, step, practitioner_id, channel, attempt) do nothing returning id`,
        [
          notice.id,
          notice.concern,
          notice.practitioner,
          notice.as,
          notice.step,
          notice.attempt,
          notice.by,
          notice.code,
          notice.madeAt,
          notice.withdrawnAt,
        ],
      );
      return added !== null;
    },

    async of(concern: ConcernId): Promise<readonly Notice[]> {
      return (await db.all<Row>('select * from notices where concern_id = $1 order by made_at, id', [concern])).map(
        toNotice,
      );
    },

    get: (id: NoticeId) => first('select * from notices where id = $1', [id]),

    /** Case does not matter. A withdrawn notice's code means nothing any more. */
    byCode: (practitioner: PractitionerId, given: string) =>
      first(
        `select notices.* from notices join concerns on concerns.id = concern_id
         where practitioner_id = $1 and code = upper($2) and withdrawn_at is null and closed_at is null
         order by made_at desc, notices.id desc limit 1`,
        [practitioner, given],
      ),

    latestCodeOf: (practitioner: PractitionerId) =>
      code(
        `select code from notices where practitioner_id = $1 and withdrawn_at is null
         order by made_at desc, id desc limit 1`,
        [practitioner],
      ),

    /** The codes of what is open and was put before them, the last told first. */
    async waitingCodesOf(practitioner: PractitionerId): Promise<readonly string[]> {
      const rows = await db.all<{ code: string }>(
        `select code from notices join concerns on concerns.id = concern_id
         where practitioner_id = $1 and withdrawn_at is null and closed_at is null
         group by code order by max(made_at) desc, max(notices.id::text) desc`,
        [practitioner],
      );
      return rows.map((row) => row.code);
    },

    hadCode: async (practitioner: PractitionerId, given: string): Promise<boolean> =>
      (await code('select code from notices where practitioner_id = $1 and code = upper($2) limit 1', [
        practitioner,
        given,
      ])) !== null,

    /** All notices of a concern to one practitioner have the same code, so any of them tells it. */
    codeOf: (practitioner: PractitionerId, concern: ConcernId) =>
      code('select code from notices where practitioner_id = $1 and concern_id = $2 limit 1', [practitioner, concern]),

    /** Gives the deliveries not known to have gone: waiting, claimed or in doubt. */
    async withdraw(concern: ConcernId, practitioner: PractitionerId, at: Instant): Promise<readonly DeliveryId[]> {
      await db.write(
        `update notices set withdrawn_at = $3
         where concern_id = $1 and practitioner_id = $2 and withdrawn_at is null`,
        [concern, practitioner, at],
      );
      const rows = await db.all<{ id: DeliveryId }>(
        `select deliveries.id from deliveries join notices on notices.id = notice_id
         where notices.concern_id = $1 and notices.practitioner_id = $2 and state in ('waiting', 'claimed', 'in-doubt')
         order by order_number`,
        [concern, practitioner],
      );
      return rows.map((row) => row.id);
    },
  };
}

function toNotice(row: Row): Notice {
  return {
    id: row.id,
    concern: row.concern_id,
    practitioner: row.practitioner_id,
    as: row.capacity,
    step: row.step,
    attempt: row.attempt,
    by: row.channel,
    code: row.code,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
  };
}
