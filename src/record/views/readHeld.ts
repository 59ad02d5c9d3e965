import type { CheckIn, Commitment, Instant, KeptAssessment, Line, LineId, Note } from '../../vocabulary';
import { freshWords } from '../chain/words';
import type { Db } from '../db';
import { checkInStore } from '../stores/checkIns';
import { lineStore } from '../stores/lines';
import { messageStore } from '../stores/messages';
import { readCase } from './readCase';
import { readHistory } from './readLine';
import { readThread } from './readThread';
import type { CaseWhole, HistoryItem, ThreadItem } from './types';

/** Everything the record holds of one line. */
export interface Held {
  readonly line: Line;
  readonly thread: readonly ThreadItem[];
  readonly assessments: readonly KeptAssessment[];
  /** Newest first. */
  readonly checkIns: readonly CheckIn[];
  readonly notes: readonly Note[];
  readonly commitments: readonly Omit<Commitment, 'line'>[];
  /** Newest first. */
  readonly concerns: readonly CaseWhole[];
  readonly events: readonly HistoryItem[];
}

const EVER = '1970-01-01T00:00:00.000Z';
const ALL = 1_000_000;

/** Every line there is: of young people, and of numbers nobody knows. */
export async function listLines(db: Db): Promise<readonly LineId[]> {
  return (await db.all<{ id: LineId }>('select id from lines order by created_at, id')).map(({ id }) => id);
}

/** Everything the record holds of one line. Throws for a line there is none of. */
export async function readHeld(db: Db, id: LineId): Promise<Held> {
  const line = await lineStore(db).read(id);
  const person = line.youngPerson;
  const [thread, assessments, commitments, concerns, events, history, checkIns] = await Promise.all([
    readThread(db, id),
    messageStore(db, freshWords()).assessmentsSince(id, EVER),
    readCommitments(db, id),
    readConcerns(db, id),
    readEvents(db, id),
    person === null ? null : readHistory(db, person),
    person === null ? [] : checkInStore(db).latestOf(person, ALL),
  ]);
  return { line, thread, assessments, checkIns, notes: history?.notes ?? [], commitments, concerns, events };
}

function readCommitments(db: Db, line: LineId): Promise<readonly Omit<Commitment, 'line'>[]> {
  return db.all(
    `select id, concern_id as concern, what, practitioner_id as who, due_at as "dueAt", kept_at as "keptAt",
       admitted_at as "admittedAt"
     from commitments where line_id = $1 order by due_at, id`,
    [line],
  );
}

async function readConcerns(db: Db, line: LineId): Promise<readonly CaseWhole[]> {
  const rows = await db.all<{ id: string }>(
    'select id from concerns where line_id = $1 order by opened_at desc, id desc',
    [line],
  );
  const cases = await Promise.all(rows.map(({ id }) => readCase(db, id)));
  return cases.filter((one) => one !== null);
}

async function readEvents(db: Db, line: LineId): Promise<readonly HistoryItem[]> {
  return db.all<{ at: Instant; name: HistoryItem['name']; data: HistoryItem['data'] }>(
    'select happened_at as at, name, data from events where chain_id = $1 order by n',
    [line],
  );
}
