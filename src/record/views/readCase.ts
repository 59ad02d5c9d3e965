import type {
  ConcernId,
  Decision,
  DeliveryState,
  Event,
  Instant,
  Notice,
  PractitionerId,
  Talk,
} from '../../vocabulary';
import { freshWords } from '../chain/words';
import { json, openOrNull, type Db } from '../db';
import { places } from '../places';
import { concernStore } from '../stores/concerns';
import { lineStore } from '../stores/lines';
import { messageStore } from '../stores/messages';
import { noticeStore } from '../stores/notices';
import { readDigests } from './readDigests';
import { readSummaries } from './readSummaries';
import { ofConcern, readThread } from './readThread';
import type { CaseWhole, HistoryItem, NoticeSeen, VerdictMark } from './types';

interface DecisionRow {
  decided_by: PractitionerId;
  decided_at: Instant;
  referred: boolean;
  told_young_person: boolean;
  /** Null once shredded. */
  words_sealed: string | null;
}

/** `words_sealed` is null where none were noted, or once they are shredded. */
type TalkRow = Omit<Talk, 'concern' | 'words'> & { words_sealed: string | null };

interface EventRow {
  name: Event['name'];
  happened_at: Instant;
  data: Event['data'];
}

interface MarkRow {
  practitioner_id: PractitionerId;
  marked_at: Instant;
  verdict: VerdictMark['verdict'];
  note_sealed: string | null;
}

type DecisionWords = Pick<Decision, 'to' | 'reference' | 'reason' | 'whyNotTold' | 'referral'>;

/** A decision whose words have outlived their term: that it was made, by whom and when, stays. */
const WORDS_GONE: DecisionWords = { to: null, reference: null, reason: '', whyNotTold: null, referral: null };

/** Everything of one concern; null when there is none. */
export async function readCase(db: Db, id: ConcernId): Promise<CaseWhole | null> {
  const [summary] = await readSummaries(db, 'where concerns.id = $1', [id]);
  const concern = await concernStore(db, lineStore(db).lock).get(id);
  if (summary === undefined || concern === null) return null;
  const [thread, assessments, notices, decisions, talks, history, marks] = await Promise.all([
    readThread(db, summary.line),
    messageStore(db, freshWords()).assessmentsSince(summary.line, '1970-01-01T00:00:00.000Z'),
    readNotices(db, id),
    readDecisions(db, id),
    readTalks(db, id),
    readHistory(db, summary.line, id),
    readMarks(db, id),
  ]);
  return {
    summary,
    unsureOfSafety: concern.case.facts.unsureOfSafety,
    thread: ofConcern(thread, id, summary.messages),
    assessments: assessments.filter((one) => summary.messages.includes(one.message) && one.level !== 'none'),
    notices,
    digests: await readDigests(db, history),
    decisions,
    talks,
    closed: concern.closed,
    history,
    marks,
  };
}

async function readNotices(db: Db, concern: ConcernId): Promise<readonly NoticeSeen[]> {
  const notices = await noticeStore(db).of(concern);
  const rows = await db.all<{ notice_id: string; state: DeliveryState }>(
    `select distinct on (notice_id) notice_id, state from deliveries
     where notice_id = any($1) order by notice_id, order_number desc`,
    [notices.map((notice) => notice.id)],
  );
  const states = new Map(rows.map((row) => [row.notice_id, row.state]));
  return notices.map((notice: Notice) => ({
    id: notice.id,
    practitioner: notice.practitioner,
    as: notice.as,
    step: notice.step,
    attempt: notice.attempt,
    by: notice.by,
    madeAt: notice.madeAt,
    withdrawnAt: notice.withdrawnAt,
    state: states.get(notice.id) ?? null,
  }));
}

async function readDecisions(db: Db, concern: ConcernId): Promise<readonly Decision[]> {
  const rows = await db.all<DecisionRow>('select * from decisions where concern_id = $1 order by decided_at, id', [
    concern,
  ]);
  return rows.map((row) => ({
    concern,
    by: row.decided_by,
    at: row.decided_at,
    referred: row.referred,
    toldYoungPerson: row.told_young_person ? 'yes' : 'no',
    ...(row.words_sealed === null
      ? WORDS_GONE
      : (JSON.parse(db.keys.open(row.words_sealed, places.decisionWords(concern))) as DecisionWords)),
  }));
}

async function readTalks(db: Db, concern: ConcernId): Promise<readonly Talk[]> {
  const rows = await db.all<TalkRow>(
    `select practitioner_id as by, spoken_at as "spokenAt", noted_at as "notedAt", way, safe, words_sealed, apart
     from talks where concern_id = $1 order by noted_at, id`,
    [concern],
  );
  return rows.map(({ words_sealed, ...talk }) => ({
    ...talk,
    concern,
    words: openOrNull(db.keys, words_sealed, places.talkWords(concern)) ?? '',
  }));
}

async function readHistory(db: Db, line: string, concern: ConcernId): Promise<readonly HistoryItem[]> {
  const rows = await db.all<EventRow>(
    'select name, happened_at, data from events where chain_id = $1 and data @> $2 order by n',
    [line, json({ concern })],
  );
  return rows.map((row) => ({ at: row.happened_at, name: row.name, data: row.data }));
}

async function readMarks(db: Db, concern: ConcernId): Promise<readonly VerdictMark[]> {
  const rows = await db.all<MarkRow>('select * from verdict_marks where concern_id = $1 order by marked_at, id', [
    concern,
  ]);
  return rows.map((row) => ({
    by: row.practitioner_id,
    at: row.marked_at,
    verdict: row.verdict,
    note: openOrNull(db.keys, row.note_sealed, places.verdictNote(concern)) ?? '',
  }));
}
