import type { Delivery, DeliveryId, Instant, LineId, Receipt } from '../../vocabulary';
import type { FreshWords } from '../chain/words';
import { openOrNull, sealOrNull, type Db } from '../db';
import { places } from '../places';
import type { HeadSeen } from './lines';

interface Row {
  id: DeliveryId;
  line_id: LineId | null;
  practitioner_id: string | null;
  channel: Delivery['channel'];
  text_sealed: string | null;
  words_salt: string | null;
  neutral_sealed: string | null;
  template: string;
  template_version: number;
  class: Delivery['class'];
  at_any_hour: boolean;
  state: Delivery['state'];
  order_number: number;
  attempts: number;
  times_absent: number;
  claimed_until: Instant | null;
  sid: string | null;
  due_at: Instant | null;
  created_at: Instant;
  accepted_at: Instant | null;
  notice_id: string | null;
  concern_id: string | null;
  chosen_by: string | null;
}

/** A row as it is locked, its line with it, and where that line's chain of events ended when it was read. */
interface LockedRow extends Row {
  held: LineId | null;
  chain_length: number | null;
  chain_head: string | null;
}

/** What is to be sent once, and what carriers said of it. */
export function deliveryStore(db: Db, words: FreshWords, seeHead: HeadSeen = () => {}) {
  /** Words as this transaction read them, where they are sealed with the key in use: they need no sealing again. */
  const sealedAlready = new Map<DeliveryId, Pick<Delivery, 'text' | 'neutralText'>>();

  const seen = (row: Row): Delivery => {
    const delivery = toDelivery(db, row);
    words.seen(delivery.id, delivery.text, row.words_salt);
    if (row.text_sealed !== null && !db.keys.isStale(row.text_sealed)) sealedAlready.set(delivery.id, delivery);
    return delivery;
  };
  const saysTheSame = ({ id, text, neutralText }: Delivery): boolean => {
    const before = sealedAlready.get(id);
    return before?.text === text && before.neutralText === neutralText;
  };
  const first = async (text: string, values: readonly unknown[]): Promise<Delivery | null> => {
    const row = await db.one<Row>(text, values);
    return row === null ? null : seen(row);
  };
  const many = async (text: string, values: readonly unknown[]): Promise<readonly Delivery[]> =>
    (await db.all<Row>(text, values)).map(seen);

  const get = (id: DeliveryId) => first('select * from deliveries where id = $1', [id]);

  return {
    get,

    async add(delivery: Omit<Delivery, 'order'>): Promise<void> {
      const addressee = delivery.to.line === undefined ? 'practitioner_id = $3' : 'line_id = $2';
      await db.write(
        `insert into deliveries (id, line_id, practitioner_id, template, template_version, class, created_at, notice_id,
           concern_id, words_salt, chosen_by, text_sealed, neutral_sealed, channel, at_any_hour, state, attempts,
           times_absent, claimed_until, sid, due_at, accepted_at, order_number)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
           (select coalesce(max(order_number), 0) + 1 from deliveries where ${addressee}))`,
        [
          delivery.id,
          delivery.to.line ?? null,
          delivery.to.practitioner ?? null,
          delivery.template,
          delivery.templateVersion,
          delivery.class,
          delivery.createdAt,
          delivery.notice,
          delivery.concern,
          words.note(delivery.id, delivery.text),
          delivery.chosenBy ?? null,
          ...sealed(db, delivery),
          ...moving(delivery),
        ],
      );
    },

    /** The text may change once, when its neutral form goes instead. Words that were shredded stay so. */
    async save(delivery: Delivery): Promise<void> {
      if (!words.hasSeen(delivery.id)) await get(delivery.id);
      const salt = words.note(delivery.id, delivery.text);
      const isSame = saysTheSame(delivery);
      sealedAlready.delete(delivery.id);
      await db.write(
        `update deliveries set template = $2, template_version = $3, class = $4, channel = $5, at_any_hour = $6,
           state = $7, attempts = $8, times_absent = $9, claimed_until = $10, sid = $11, due_at = $12, accepted_at = $13
           ${isSame ? '' : NEW_WORDS}
         where id = $1`,
        [
          delivery.id,
          delivery.template,
          delivery.templateVersion,
          delivery.class,
          ...moving(delivery),
          ...(isSame ? [] : [salt, ...sealed(db, delivery)]),
        ],
      );
    },

    /** Which words this transaction has read may no longer be so: what it wrote was undone. */
    forget: () => sealedAlready.clear(),

    /** The row is locked after its line, and read as it then stands: whoever held the line may have changed it. */
    async lock(id: DeliveryId): Promise<Delivery | null> {
      const row = await db.one<LockedRow>(
        `with held as (
           select id from lines where id = (
             select coalesce(deliveries.line_id, concerns.line_id)
             from deliveries left join concerns on concerns.id = concern_id where deliveries.id = $1
           ) for update
         )
         select deliveries.*, held.id as held, chain.length as chain_length, chain.head as chain_head
         from deliveries left join held on true left join lateral (
           select length, head from chains where chains.id = held.id for no key update
         ) as chain on true
         where deliveries.id = $1 for update of deliveries skip locked`,
        [id],
      );
      if (row === null) return null;
      const { held, chain_length: length, chain_head: head } = row;
      if (held !== null && length !== null && head !== null) seeHead(held, { length, head });
      return seen(row);
    },

    /** Whether an earlier text of the same line and channel is under way, or is to go by `now`. */
    async mustWaitForEarlier(id: DeliveryId, now: Instant): Promise<boolean> {
      const its = (column: string) => `(select ${column} from deliveries where id = $1)`;
      const earlier = await db.one(
        `select from deliveries where line_id = ${its('line_id')} and order_number < ${its('order_number')}
           and channel = ${its('channel')} and state in ('waiting', 'claimed', 'in-doubt')
           and (state <> 'waiting' or due_at <= $2) limit 1`,
        [id, now],
      );
      return earlier !== null;
    },

    ofLine: (line: LineId, since: Instant) =>
      many('select * from deliveries where line_id = $1 and created_at >= $2 order by order_number', [line, since]),

    ofNotice: (notice: string) =>
      many('select * from deliveries where notice_id = $1 order by order_number, created_at', [notice]),

    async noteReceipt(receipt: Receipt, rank: number): Promise<boolean> {
      const news = await db.one(
        `insert into receipts (sid, rank, delivery_id, state, error_code, received_at)
         select $1, $2, $3, $4, $5, $6 where not exists (select from receipts where sid = $1 and rank >= $2)
         on conflict (sid, rank) do nothing returning sid`,
        [receipt.sid, rank, receipt.delivery, receipt.state, receipt.errorCode, receipt.at],
      );
      return news !== null;
    },
  };
}

const NEW_WORDS = `, words_salt = case when text_sealed is null then null else $14 end,
  text_sealed = case when text_sealed is null then null else $15 end,
  neutral_sealed = case when text_sealed is null then null else $16 end`;

/** What changes while a delivery lives, in the order both statements write it. */
function moving(delivery: Omit<Delivery, 'order'>): readonly unknown[] {
  return [
    delivery.channel,
    delivery.atAnyHour,
    delivery.state,
    delivery.attempts,
    delivery.timesAbsent,
    delivery.claimedUntil,
    delivery.sid,
    delivery.dueAt,
    delivery.acceptedAt,
  ];
}

/** Its text and its neutral form, as they rest. */
function sealed({ keys }: Db, { id, text, neutralText }: Omit<Delivery, 'order'>): readonly unknown[] {
  return [keys.seal(text, places.deliveryText(id)), sealOrNull(keys, neutralText, places.neutralText(id))];
}

/** Shredded words read as empty. */
function toDelivery({ keys }: Db, row: Row): Delivery {
  return {
    id: row.id,
    to: row.line_id === null ? { practitioner: row.practitioner_id! } : { line: row.line_id },
    channel: row.channel,
    text: openOrNull(keys, row.text_sealed, places.deliveryText(row.id)) ?? '',
    neutralText: openOrNull(keys, row.neutral_sealed, places.neutralText(row.id)),
    template: row.template,
    templateVersion: row.template_version,
    class: row.class,
    atAnyHour: row.at_any_hour,
    state: row.state,
    order: row.order_number,
    attempts: row.attempts,
    timesAbsent: row.times_absent,
    claimedUntil: row.claimed_until,
    sid: row.sid,
    dueAt: row.due_at,
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    notice: row.notice_id,
    concern: row.concern_id,
    ...(row.chosen_by === null ? {} : { chosenBy: row.chosen_by }),
  };
}
