import type { ConcernId, DeliveryId, Instant, Line, LineId, Sender, YoungPersonId } from '../../vocabulary';
import { openOrNull, sealOrNull, type Db } from '../db';

interface Row {
  id: LineId;
  young_person_id: YoungPersonId | null;
  unknown_phone_sealed: string | null;
  last_seq: number;
  answered_seq: number;
  burst_started_at: Instant | null;
  turn_due_at: Instant | null;
  last_channel: Line['lastChannel'];
  last_heard_at: Instant | null;
  last_said_at: Instant | null;
  stopped_at: Instant | null;
  not_theirs_at: Instant | null;
  not_them: string[];
  human_in_thread: string | null;
  conversation_sealed: string | null;
}

/** A row as it is locked, and where the line's chain of events ended when it was read. */
interface LockedRow extends Row {
  chain_length: number | null;
  chain_head: string | null;
}

/** Hears where a line's chain ends: whoever locks a line is about to write to it. */
export type HeadSeen = (line: LineId, head: { readonly length: number; readonly head: string }) => void;

/**
 * The chain is locked with its line, for only what is locked is read as whoever held it before has left it; and after its
 * line, as everywhere: a lock taken at the end of one select would come after the chain's.
 */
const locked = (conditions: string) => `with held as (select lines.* from lines ${conditions} for update of lines)
  select held.*, chain.length as chain_length, chain.head as chain_head
  from held left join lateral (
    select length, head from chains where chains.id = held.id for no key update
  ) as chain on true`;

const phonePlace = (id: LineId) => `lines.unknown_phone:${id}`;
const conversationPlace = (id: LineId) => `lines.conversation:${id}`;

/** Lines: found or made, and locked by every act that writes for them. */
export function lineStore(db: Db, seeHead: HeadSeen = () => {}) {
  /** The line these conditions name, locked; null when there is none. */
  async function lockWhere(conditions: string, values: readonly unknown[]): Promise<Line | null> {
    const row = await db.one<LockedRow>(locked(conditions), values);
    if (row === null) return null;
    if (row.chain_length !== null && row.chain_head !== null)
      seeHead(row.id, { length: row.chain_length, head: row.chain_head });
    return toLine(db, row);
  }

  async function lockOf(youngPerson: YoungPersonId, now: Instant, newId: string): Promise<Line> {
    const find = () => lockWhere('where young_person_id = $1', [youngPerson]);
    const found = await find();
    if (found !== null) return found;
    await db.write(
      `insert into lines (id, young_person_id, created_at, last_seq, answered_seq, last_channel, not_them)
       values ($1, $2, $3, 0, 0, 'sms', '{}') on conflict (young_person_id) do nothing`,
      [newId, youngPerson, now],
    );
    return must(await find());
  }

  async function lockOfUnknown(phone: string, now: Instant, newId: string): Promise<Line> {
    const find = () => lockWhere('where unknown_phone_hash = any($1)', [db.keys.phoneHashes(phone)]);
    const found = await find();
    if (found !== null) return found;
    await db.write(
      `insert into lines (id, unknown_phone_sealed, unknown_phone_hash, created_at, last_seq, answered_seq, last_channel, not_them)
       values ($1, $2, $3, $4, 0, 0, 'sms', '{}') on conflict (unknown_phone_hash) do nothing`,
      [newId, db.keys.seal(phone, phonePlace(newId)), db.keys.hashPhone(phone), now],
    );
    return must(await find());
  }

  const lockByPhone = (phone: string): Promise<Line | null> =>
    lockWhere('join young_people on young_people.id = young_person_id where phone_hash = any($1) and in_roster', [
      db.keys.phoneHashes(phone),
    ]);

  return {
    lockOf,
    lockByPhone,

    async lockFor(sender: Sender, now: Instant, newId: string): Promise<Line> {
      if (sender.by === 'web') return lockOf(sender.youngPerson, now, newId);
      const found = await lockByPhone(sender.phone);
      if (found !== null) return found;
      const known = await db.one<{ id: YoungPersonId }>(
        'select id from young_people where phone_hash = any($1) and in_roster',
        [db.keys.phoneHashes(sender.phone)],
      );
      return known === null ? lockOfUnknown(sender.phone, now, newId) : lockOf(known.id, now, newId);
    },

    async lock(id: LineId): Promise<Line> {
      return must(await lockWhere('where lines.id = $1', [id]));
    },

    lockOfConcern: (id: ConcernId): Promise<Line | null> =>
      lockWhere('where lines.id = (select line_id from concerns where id = $1)', [id]),

    async exists(id: LineId): Promise<boolean> {
      return (await db.one('select id from lines where id = $1', [id])) !== null;
    },

    async read(id: LineId): Promise<Line> {
      const row = await db.one<Row>('select * from lines where id = $1', [id]);
      return must(row && toLine(db, row));
    },

    /** The line of a delivery to a young person; null of one to a practitioner. */
    async readOfDelivery(id: DeliveryId): Promise<Line | null> {
      const row = await db.one<Row>('select * from lines where id = (select line_id from deliveries where id = $1)', [
        id,
      ]);
      return row === null ? null : toLine(db, row);
    },

    async findOf(youngPerson: YoungPersonId): Promise<Line | null> {
      const row = await db.one<Row>('select * from lines where young_person_id = $1', [youngPerson]);
      return row === null ? null : toLine(db, row);
    },

    async save(line: Line): Promise<void> {
      await db.write(
        `update lines set last_seq = $2, answered_seq = $3, burst_started_at = $4, turn_due_at = $5, last_channel = $6,
           last_heard_at = $7, last_said_at = $8, stopped_at = $9, not_theirs_at = $10, not_them = $11,
           human_in_thread = $12, conversation_sealed = $13
         where id = $1`,
        [
          line.id,
          line.lastSeq,
          line.answeredSeq,
          line.burstStartedAt,
          line.turnDueAt,
          line.lastChannel,
          line.lastHeardAt,
          line.lastSaidAt,
          line.stoppedAt,
          line.notTheirsAt,
          line.notThem,
          line.humanInThread,
          sealOrNull(
            db.keys,
            line.conversation == null ? null : JSON.stringify(line.conversation),
            conversationPlace(line.id),
          ),
        ],
      );
    },
  };
}

function must(line: Line | null): Line {
  if (line === null) throw new Error('There is no such line.');
  return line;
}

function toLine({ keys }: Db, row: Row): Line {
  const conversation = openOrNull(keys, row.conversation_sealed, conversationPlace(row.id));
  return {
    id: row.id,
    youngPerson: row.young_person_id,
    unknownPhone: openOrNull(keys, row.unknown_phone_sealed, phonePlace(row.id)),
    lastSeq: row.last_seq,
    answeredSeq: row.answered_seq,
    burstStartedAt: row.burst_started_at,
    turnDueAt: row.turn_due_at,
    lastChannel: row.last_channel,
    lastHeardAt: row.last_heard_at,
    lastSaidAt: row.last_said_at,
    stoppedAt: row.stopped_at,
    notTheirsAt: row.not_theirs_at,
    notThem: row.not_them,
    humanInThread: row.human_in_thread,
    conversation: conversation === null ? null : JSON.parse(conversation),
  };
}
