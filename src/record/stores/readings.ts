import type { Instant, KeptAsking, LineId } from '../../vocabulary';
import { openOrNull, sealOrNull, type Db } from '../db';

interface Row {
  what: KeptAsking['what'];
  subject_id: string;
  reader_version: string;
  line_id: LineId;
  asked_at: Instant;
  ended: KeptAsking['ended'];
  answer_sealed: string | null;
  tokens_in: number;
  tokens_out: number;
}

const answerPlace = (what: KeptAsking['what'], subject: string) => `readings.answer:${what}:${subject}`;

/** What a language model answered, once a subject and version of reader. */
export function readingStore(db: Db) {
  return {
    async add(asking: KeptAsking): Promise<boolean> {
      const added = await db.one(
        `insert into readings (what, subject_id, reader_version, line_id, asked_at, ended, answer_sealed, tokens_in,
           tokens_out)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning subject_id`,
        [
          asking.what,
          asking.subject,
          asking.version,
          asking.line,
          asking.at,
          asking.ended,
          sealOrNull(db.keys, asking.answer, answerPlace(asking.what, asking.subject)),
          asking.tokens.in,
          asking.tokens.out,
        ],
      );
      return added !== null;
    },

    async get(what: KeptAsking['what'], subject: string, version: string): Promise<KeptAsking | null> {
      const row = await db.one<Row>(
        'select * from readings where what = $1 and subject_id = $2 and reader_version = $3',
        [what, subject, version],
      );
      return row === null ? null : toAsking(db, row);
    },
  };
}

function toAsking({ keys }: Db, row: Row): KeptAsking {
  return {
    subject: row.subject_id,
    line: row.line_id,
    what: row.what,
    version: row.reader_version,
    at: row.asked_at,
    ended: row.ended,
    answer: openOrNull(keys, row.answer_sealed, answerPlace(row.what, row.subject_id)),
    tokens: { in: row.tokens_in, out: row.tokens_out },
  };
}
