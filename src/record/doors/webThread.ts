import { DAY_MS, later, MINUTE_MS, msBetween, type Delivery, type Instant, type YoungPersonId } from '../../vocabulary';
import { openOrNull, type Db } from '../db';
import { places } from '../places';

/** What is first shown later than this after it was said comes in its neutral form, as a late text would. */
const LATE_AFTER_MS = 10 * MINUTE_MS;
/** Older than this, an answer to somebody who left helps nobody. */
const WAITS_FOR_MS = 7 * DAY_MS;

/** Accepted for web chat and not taken back. */
const ON_WEB = `d.channel = 'web' and d.state in ('accepted', 'sent', 'delivered')`;

interface MessageRow {
  id: string;
  line_id: string;
  seq: number;
  provider_id: string;
  text_sealed: string | null;
  received_at: Instant;
}

interface DeliveryRow {
  id: string;
  order_number: number;
  class: Delivery['class'];
  text_sealed: string | null;
  neutral_sealed: string | null;
  accepted_at: Instant;
  shown_at: Instant | null;
}

interface Entry {
  readonly id: string;
  readonly from: 'young-person' | 'service';
  readonly text: string;
  readonly at: Instant;
  readonly clientId: string | null;
  readonly toShow: string | null;
}

/** What a page of web chat may show of a young person's line. */
export function webThreadView(db: Db) {
  return {
    /**
     * Own web messages and web deliveries since `liveSince` that came after `watermark`, in the order they were said.
     * The watermark is two places in the line, "<seq>.<order>": each grows under the line's lock, so nothing that
     * commits later can stand before it.
     */
    async since(what: {
      readonly youngPerson: YoungPersonId;
      readonly liveSince: Instant;
      readonly watermark: string | null;
      readonly now: Instant;
    }) {
      const line = await lineOf(db, what.youngPerson);
      const read = readWatermark(what.watermark);
      if (line === null) return { line, entries: [], watermark: '0.0' };
      const messages = await db.all<MessageRow>(
        `select id, line_id, seq, provider_id, text_sealed, received_at from messages
         where line_id = $1 and channel = 'web' and received_at >= $2 and seq > $3 order by seq`,
        [line, what.liveSince, read.seq],
      );
      const deliveries = await db.all<DeliveryRow>(
        `select d.id, d.order_number, d.class, d.text_sealed, d.neutral_sealed, d.accepted_at, s.shown_at
         from deliveries d left join web_shown s on s.delivery_id = d.id
         where d.line_id = $1 and ${ON_WEB} and d.accepted_at >= $2 and d.order_number > $3 order by d.order_number`,
        [line, what.liveSince, read.order],
      );
      return {
        line,
        entries: inOrder([
          ...messages.map((row) => heard(db, row)),
          ...deliveries.map((row) => said(db, row, what.now)),
        ]),
        watermark: `${messages.at(-1)?.seq ?? read.seq}.${deliveries.at(-1)?.order_number ?? read.order}`,
      };
    },

    /** When the first thing was said, before `liveSince`, that no page has shown and that may be shown late. */
    async waitingSince(what: {
      readonly youngPerson: YoungPersonId;
      readonly liveSince: Instant;
      readonly now: Instant;
    }): Promise<Instant | null> {
      const row = await db.one<{ since: Instant | null }>(
        `select min(d.accepted_at) as since
         from deliveries d join lines l on l.id = d.line_id left join web_shown s on s.delivery_id = d.id
         where l.young_person_id = $1 and ${ON_WEB} and d.accepted_at < $2 and d.accepted_at > $3
           and s.delivery_id is null and (d.class in ('human', 'unasked') or d.neutral_sealed is not null)`,
        [what.youngPerson, what.liveSince, later(what.now, -WAITS_FOR_MS)],
      );
      return row?.since ?? null;
    },

    async noteShown(deliveries: readonly string[], now: Instant): Promise<void> {
      await db.all(
        `insert into web_shown (delivery_id, shown_at) select unnest($1::text[]), $2 on conflict (delivery_id) do nothing`,
        [deliveries, now],
      );
    },
  };
}

async function lineOf(db: Db, youngPerson: YoungPersonId): Promise<string | null> {
  return (await db.one<{ id: string }>('select id from lines where young_person_id = $1', [youngPerson]))?.id ?? null;
}

function readWatermark(watermark: string | null): { readonly seq: number; readonly order: number } {
  const [, seq = '0', order = '0'] = /^(\d{1,9})\.(\d{1,9})$/.exec(watermark ?? '') ?? [];
  return { seq: Number(seq), order: Number(order) };
}

/** A message keeps the name its page gave it, "<session>|<its own>", so that the page finds its own words again. */
function heard(db: Db, row: MessageRow): Entry {
  return {
    id: row.provider_id,
    from: 'young-person',
    text: openOrNull(db.keys, row.text_sealed, places.messageText(row.id)) ?? '',
    at: row.received_at,
    clientId: row.provider_id.split('|')[1] ?? null,
    toShow: null,
  };
}

/** Neutral words, and a named person's own, may be read at any time; anything else only near the words it answers. */
function said(db: Db, row: DeliveryRow, now: Instant): Entry {
  const late = msBetween(row.accepted_at, row.shown_at ?? now) > LATE_AFTER_MS;
  const neutral = late && row.class !== 'human' && row.class !== 'unasked';
  const text = neutral
    ? openOrNull(db.keys, row.neutral_sealed, places.neutralText(row.id))
    : openOrNull(db.keys, row.text_sealed, places.deliveryText(row.id));
  return {
    id: row.id,
    from: 'service',
    text: text ?? '',
    at: row.accepted_at,
    clientId: null,
    toShow: row.shown_at === null ? row.id : null,
  };
}

/** By when they were said. What has no words (held, shredded, a picture) has nothing to show. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => entry.text !== '').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
