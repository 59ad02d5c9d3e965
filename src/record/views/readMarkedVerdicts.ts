import {
  later,
  type ConcernId,
  type Instant,
  type LineId,
  type MessageId,
  type PractitionerId,
} from '../../vocabulary';
import { freshWords } from '../chain/words';
import { openOrNull, type Db } from '../db';
import { places } from '../places';
import { messageStore } from '../stores/messages';
import { readSummaries } from './readSummaries';
import type { ConcernSummary, JudgedMessage, MarkedVerdict, VerdictMark } from './types';

interface Row {
  concern_id: ConcernId;
  message_id: MessageId | null;
  practitioner_id: PractitionerId;
  marked_at: Instant;
  verdict: VerdictMark['verdict'];
  note_sealed: string | null;
}

const EVER = '1970-01-01T00:00:00.000Z';

/**
 * Every verdict marked wrong, unclear or missed, the newest mark first. A mark on a concern speaks of all its messages;
 * `missed` of one alone. `readBackMs`: how far back the judge read when it heard each of them.
 */
export async function readMarkedVerdicts(db: Db, readBackMs: number): Promise<readonly MarkedVerdict[]> {
  const rows = await db.all<Row>(
    `select concern_id, message_id, practitioner_id, marked_at, verdict, note_sealed from verdict_marks
     where verdict <> 'right' order by marked_at desc, id desc`,
  );
  const summaries = await readSummaries(db, 'where concerns.id = any($1)', [rows.map((row) => row.concern_id)]);
  const concernOf = new Map(summaries.map((one) => [one.id, one]));
  const marked: MarkedVerdict[] = [];
  for (const row of rows) {
    const concern = concernOf.get(row.concern_id);
    if (concern === undefined) continue;
    const ids = row.message_id === null ? concern.messages : [row.message_id];
    marked.push({ mark: toMark(db, row), concern, messages: await readMessages(db, concern.line, ids, readBackMs) });
  }
  return marked;
}

function toMark({ keys }: Db, row: Row): VerdictMark {
  const note = openOrNull(keys, row.note_sealed, places.verdictNote(row.concern_id)) ?? '';
  return { by: row.practitioner_id, at: row.marked_at, verdict: row.verdict, note };
}

async function readMessages(
  db: Db,
  line: LineId,
  ids: ConcernSummary['messages'],
  readBackMs: number,
): Promise<readonly JudgedMessage[]> {
  const store = messageStore(db, freshWords());
  const assessments = await store.assessmentsSince(line, EVER);
  const found = await Promise.all(
    ids.map(async (id): Promise<JudgedMessage[]> => {
      const message = await store.get(id);
      if (message === null) return [];
      const earlier = await store.since(line, later(message.receivedAt, -readBackMs), message);
      const before = earlier.map((one) => one.text).filter((text) => text !== '');
      return [{ id, text: message.text, before, assessments: assessments.filter((one) => one.message === id) }];
    }),
  );
  return found.flat();
}
