import { DAY_MS, later, type Instant } from '../../vocabulary';
import { anchorRoot, FIRST_ANCHOR } from '../chain/chain';
import { verifyChain } from '../chain/verifyChain';
import type { Db } from '../db';
import { places } from '../places';
import { rosterPlaces } from '../stores/rosterRows';

/** Ids of rows that are not as they must be, the oldest first, at most this many. */
const AT_MOST = 50;

/** Once a minute nobody can look through every message there ever was; what is found is named long before this. */
const JUDGED_WITHIN_MS = 28 * DAY_MS;

type Ids = Promise<readonly string[]>;

/**
 * What the auditor reads: questions of its own, so that a fault in how the service asks is not repeated here. `before`
 * is the moment by which things must have been done.
 */
export function auditViews(db: Db) {
  const ids = async (text: string, values: readonly unknown[]): Ids =>
    (await db.all<{ id: string }>(`${text} limit ${AT_MOST}`, values)).map((row) => row.id);

  return {
    /**
     * Open concerns whose next step is overdue; or that have none, although nobody has done anything or, from
     * `urgent` on, decided.
     */
    concernsLeftStanding: (before: Instant) =>
      ids(
        `select id from concerns where closed_at is null and (due_at < $1 or (due_at is null and not exists (
           select 1 from jsonb_array_elements(escalation_case -> 'acts') as done
           where level = 'worry' or done ->> 'act' = 'decided')))
         order by opened_at`,
        [before],
      ),

    /** Open `urgent` and `immediate` concerns of which no carrier has taken a single notice. */
    concernsNobodyWasToldOf: (before: Instant) =>
      ids(
        `select id from concerns where closed_at is null and level in ('urgent', 'immediate')
           and (escalation_case ->> 'openedAt')::timestamptz < $1
           and not exists (select 1 from notices join deliveries on deliveries.notice_id = notices.id
             where notices.concern_id = concerns.id and accepted_at is not null)
         order by opened_at`,
        [before],
      ),

    /** Messages of the last weeks with words that were neither assessed nor left with a human. */
    async messagesNobodyJudged(before: Instant): Ids {
      const rows = await db.all<{ id: string; text_sealed: string }>(
        `select id, text_sealed from messages where kind = 'text' and not unreadable and text_sealed is not null
           and received_at between $2 and $1 and not exists (select 1 from assessments where message_id = messages.id)
         order by received_at limit ${AT_MOST}`,
        [before, later(before, -JUDGED_WITHIN_MS)],
      );
      return rows
        .filter((row) => db.keys.open(row.text_sealed, places.messageText(row.id)) !== '')
        .map((row) => row.id);
    },

    /** Neither kept nor admitted, with nobody to look at it again, where there is still somebody to admit it to. */
    promisesForgotten: (before: Instant) =>
      ids(
        `select commitments.id from commitments join lines on lines.id = line_id
         where due_at < $1 and kept_at is null and admitted_at is null
           and not_theirs_at is null and (stopped_at is null or last_channel = 'web')
           and not exists (select from errands where kind = 'commitment-due' and subject = commitments.id and done_at is null)
           and not exists (select from concerns where concerns.id = concern_id and closed_at is not null)
         order by due_at`,
        [before],
      ),

    /** What waits to be sent and should have gone, and what a carrier may have taken without saying so. */
    deliveriesStuck: (before: Instant) => ids(`select id from deliveries where due_at < $1 order by due_at`, [before]),

    turnsLeftUntaken: (before: Instant) =>
      ids(`select id from lines where turn_due_at < $1 order by turn_due_at`, [before]),

    errandsLeftUndone: (before: Instant) =>
      ids(`select id from errands where done_at is null and due_at < $1 order by due_at`, [before]),

    /** Chains with an entry from before `before` that no anchor holds yet. */
    chainsUnanchored: (before: Instant) =>
      ids(
        `select chains.id from chains join events on chain_id = chains.id and n = anchored_length + 1
         where length > anchored_length and happened_at < $1 order by chains.id`,
        [before],
      ),

    /** The next chains after `after`, in order of their ids; from the first again when there are none. */
    async chainsAfter(after: string, count: number): Ids {
      const next = 'select id from chains where id > $1 order by id limit $2';
      const rows = await db.all<{ id: string }>(next, [after, count]);
      const found = rows.length > 0 ? rows : await db.all<{ id: string }>(next, ['', count]);
      return found.map((row) => row.id);
    },

    chainHolds: async (chain: string): Promise<boolean> =>
      (await verifyChain(db, chain === 'organisation' ? null : chain)).ok,

    lastAnchorsHold: (count: number) => lastAnchorsHold(db, count),

    /** Numbers of the administrators; the managers' when there is no administrator with a number. */
    numbersToPage: () => numbersToPage(db),

    /** The one thing the auditor writes: when it last found everything in order. */
    async beat(at: Instant): Promise<void> {
      await db.all(
        `insert into heartbeats (of_what, beat_at) values ('auditor', $1)
         on conflict (of_what) do update set beat_at = excluded.beat_at`,
        [at],
      );
    },
  };
}

export type AuditViews = ReturnType<typeof auditViews>;

/** Whether the newest anchors follow from the ones before them, and the heads they hold stand in their chains. */
async function lastAnchorsHold(db: Db, count: number): Promise<boolean> {
  const anchors = await db.all<{ n: number; at: Instant; root: string }>(
    'select n, anchored_at as at, root from anchors order by n desc limit $1',
    [count + 1],
  );
  for (const [index, { n, at, root }] of anchors.slice(0, count).entries()) {
    const older = anchors[index + 1];
    if (older?.n !== (n === 1 ? undefined : n - 1)) return false;
    const heads = await db.all<{ chain: string; length: number; head: string; standing: string | null }>(
      `select anchored_heads.chain_id as chain, length, head, events.hash as standing
       from anchored_heads left join events on events.chain_id = anchored_heads.chain_id and events.n = length
       where anchor_n = $1`,
      [n],
    );
    if (anchorRoot({ n, at, previous: older?.root ?? FIRST_ANCHOR, heads }) !== root) return false;
    if (heads.some((head) => head.head !== head.standing)) return false;
  }
  return true;
}

async function numbersToPage(db: Db): Promise<readonly string[]> {
  const rows = await db.all<{ id: string; phone_sealed: string; roles: readonly string[] }>(
    `select id, phone_sealed, roles from practitioners
     where in_roster and left_at is null and phone_sealed is not null and roles && $1 order by position`,
    [['administrator', 'manager']],
  );
  const administrators = rows.filter((row) => row.roles.includes('administrator'));
  const paged = administrators.length > 0 ? administrators : rows;
  return paged.map((row) => db.keys.open(row.phone_sealed, rosterPlaces.practitioner('phone', row.id)));
}
