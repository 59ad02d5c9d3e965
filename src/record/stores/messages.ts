import type { Assessment, EarlierWords, Instant, KeptAssessment, LineId, Message, MessageId } from '../../vocabulary';
import type { FreshWords } from '../chain/words';
import { openOrNull, type Db } from '../db';
import { places } from '../places';

interface Row {
  id: MessageId;
  line_id: LineId;
  seq: number;
  provider: Message['provider'];
  provider_id: string;
  channel: Message['channel'];
  kind: Message['kind'];
  text_sealed: string | null;
  received_at: Instant;
  unreadable: boolean;
  kept_back: boolean;
}

interface AssessmentRow {
  message_id: MessageId;
  of_what: KeptAssessment['of'];
  made_by: KeptAssessment['by'];
  made_at: Instant;
  level: Assessment['level'];
  kinds: Assessment['kinds'];
  about: Assessment['about'];
  readable: boolean;
  unreadable_because: Assessment['unreadableBecause'];
  weak: boolean;
  rules_version: string;
  words_sealed: string | null;
}

type AssessmentWords = Pick<Assessment, 'because' | 'meant' | 'notThem'>;

const assessmentPlace = (message: MessageId) => `assessments.words:${message}`;

const SHREDDED: AssessmentWords = {
  because: [],
  meant: { names: [], roleWords: [], unnamed: false },
  notThem: [],
};

/** What came, in order, and what detection said of it. */
export function messageStore(db: Db, words: FreshWords) {
  const messages = async (rows: Promise<readonly Row[]>) => (await rows).map((row) => toMessage(db, row));

  async function keptBefore(message: Message): Promise<Message> {
    const row = await db.one<Row>(
      `select * from messages where provider = $1 and provider_id = $2 and provider <> 'web'
       union all select * from messages where provider = $1 and provider_id = $2 and provider = 'web' and line_id = $3`,
      [message.provider, message.providerId, message.line],
    );
    if (row === null) throw new Error(`Place ${message.seq} on the line is taken: was the line locked?`);
    return toMessage(db, row);
  }

  return {
    async keep(message: Message): Promise<{ readonly message: Message; readonly fresh: boolean }> {
      const kept = await db.one(
        `insert into messages (id, line_id, seq, provider, provider_id, channel, kind, text_sealed, words_salt,
           received_at, unreadable, kept_back)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
        [
          message.id,
          message.line,
          message.seq,
          message.provider,
          message.providerId,
          message.channel,
          message.kind,
          db.keys.seal(message.text, places.messageText(message.id)),
          words.note(message.id, message.text),
          message.receivedAt,
          message.unreadable,
          message.keptBack,
        ],
      );
      return kept === null ? { message: await keptBefore(message), fresh: false } : { message, fresh: true };
    },

    async get(id: MessageId): Promise<Message | null> {
      const row = await db.one<Row>('select * from messages where id = $1', [id]);
      return row === null ? null : toMessage(db, row);
    },

    after: (line: LineId, seq: number): Promise<readonly Message[]> =>
      messages(db.all<Row>('select * from messages where line_id = $1 and seq > $2 order by seq', [line, seq])),

    /** What was kept on a line since its last answer, in the order it came. */
    unanswered: (line: LineId): Promise<readonly Message[]> =>
      messages(
        db.all<Row>(
          `select messages.* from messages join lines on lines.id = line_id
           where line_id = $1 and seq > answered_seq order by received_at, seq`,
          [line],
        ),
      ),

    /**
     * In the order they came: one kept late, for the record was away, stands where it came. Read with every message that
     * comes, and a talk is long: no more of each than is judged.
     */
    async since(
      line: LineId,
      since: Instant,
      before: Pick<Message, 'receivedAt' | 'seq'>,
    ): Promise<readonly EarlierWords[]> {
      const rows = await db.all<Pick<Row, 'id' | 'text_sealed'>>(
        `select id, text_sealed from messages
         where line_id = $1 and received_at >= $2 and (received_at, seq) < ($3, $4) order by received_at, seq`,
        [line, since, before.receivedAt, before.seq],
      );
      return rows.map((row) => ({ id: row.id, text: textOf(db, row) }));
    },

    allSince: (line: LineId, since: Instant): Promise<readonly Message[]> =>
      messages(
        db.all<Row>('select * from messages where line_id = $1 and received_at >= $2 order by received_at, seq', [
          line,
          since,
        ]),
      ),

    async markUnreadable(id: MessageId): Promise<void> {
      await db.write('update messages set unreadable = true where id = $1', [id]);
    },

    async markKeptBack(ids: readonly MessageId[]): Promise<void> {
      await db.write('update messages set kept_back = true where id = any($1)', [ids]);
    },

    async assess(assessment: KeptAssessment): Promise<void> {
      const { because, meant, notThem } = assessment;
      const sealed = db.keys.seal(JSON.stringify({ because, meant, notThem }), assessmentPlace(assessment.message));
      await db.write(
        `insert into assessments (message_id, line_id, of_what, made_by, made_at, level, kinds, about, readable,
           unreadable_because, weak, rules_version, words_sealed)
         select id, line_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from messages where id = $1`,
        [
          assessment.message,
          assessment.of,
          assessment.by,
          assessment.at,
          assessment.level,
          assessment.kinds,
          assessment.about,
          assessment.readable,
          assessment.unreadableBecause,
          assessment.weak,
          assessment.rulesVersion,
          sealed,
        ],
      );
    },

    async assessmentsSince(line: LineId, since: Instant): Promise<readonly KeptAssessment[]> {
      const rows = await db.all<AssessmentRow>(
        'select * from assessments where line_id = $1 and made_at >= $2 order by made_at, id',
        [line, since],
      );
      return rows.map((row) => toAssessment(db, row));
    },
  };
}

/** Shredded words read as empty. */
function textOf({ keys }: Db, { id, text_sealed }: Pick<Row, 'id' | 'text_sealed'>): string {
  return openOrNull(keys, text_sealed, places.messageText(id)) ?? '';
}

function toMessage(db: Db, row: Row): Message {
  return {
    id: row.id,
    line: row.line_id,
    seq: row.seq,
    provider: row.provider,
    providerId: row.provider_id,
    channel: row.channel,
    kind: row.kind,
    text: textOf(db, row),
    receivedAt: row.received_at,
    unreadable: row.unreadable,
    keptBack: row.kept_back,
  };
}

function toAssessment({ keys }: Db, row: AssessmentRow): KeptAssessment {
  const opened = openOrNull(keys, row.words_sealed, assessmentPlace(row.message_id));
  const words = opened === null ? SHREDDED : (JSON.parse(opened) as AssessmentWords);
  return {
    message: row.message_id,
    of: row.of_what,
    by: row.made_by,
    at: row.made_at,
    level: row.level,
    kinds: row.kinds,
    about: row.about,
    readable: row.readable,
    unreadableBecause: row.unreadable_because,
    weak: row.weak,
    rulesVersion: row.rules_version,
    because: words.because,
    meant: words.meant,
    notThem: words.notThem,
  };
}
