import type { Instant, LineId, Note, PractitionerId, YoungPersonId } from '../../vocabulary';
import { openOrNull, type Db } from '../db';
import { places } from '../places';
import { checkInStore } from '../stores/checkIns';
import { commitmentStore } from '../stores/commitments';
import { readPressedApart } from './readPressedApart';
import { readSummaries } from './readSummaries';
import { readThread } from './readThread';
import type { CaseloadRow, HowWasThisSaid, LineHistory, ReturnTalkOwed } from './types';

interface LineRow {
  id: LineId;
  young_person_id: YoungPersonId;
  last_heard_at: Instant | null;
  stopped_at: Instant | null;
  not_theirs_at: Instant | null;
  human_in_thread: PractitionerId | null;
}

interface NoteRow {
  id: string;
  check_in_id: string;
  practitioner_id: PractitionerId;
  text_sealed: string | null;
  due_at: Instant;
  sent_at: Instant | null;
}

/** A year of weekly check-ins; older ones are in the record and on no page. */
const CHECK_INS_SHOWN = 52;
const CHECK_INS_IN_CASELOAD = 8;

/** Everything of a young person's line; null when nothing was ever written on it. */
export async function readHistory(db: Db, youngPerson: YoungPersonId): Promise<LineHistory | null> {
  const line = await db.one<LineRow>('select * from lines where young_person_id = $1', [youngPerson]);
  if (line === null) return null;
  const [thread, checkIns, notes, commitments, concerns, givenBackApartBy, howWasThis, returnTalk, pressedApart] =
    await Promise.all([
      readThread(db, line.id),
      checkInStore(db).latestOf(youngPerson, CHECK_INS_SHOWN),
      readNotes(db, youngPerson),
      commitmentStore(db).openOf(line.id),
      readSummaries(db, 'where line_id = $1 order by opened_at desc, concerns.id desc', [line.id]),
      readGivenBackApart(db, line),
      readHowWasThis(db, line.id),
      readReturnTalk(db, line.id),
      readPressedApart(db, [line.id]),
    ]);
  return {
    line: line.id,
    thread,
    checkIns,
    notes,
    commitments,
    concerns,
    stoppedAt: line.stopped_at,
    notTheirsAt: line.not_theirs_at,
    humanInThread: line.human_in_thread,
    givenBackApartBy,
    howWasThis,
    returnTalk,
    pressedApart,
  };
}

/** A row for each of these young people, in their order. */
export async function readCaseload(db: Db, youngPeople: readonly YoungPersonId[]): Promise<readonly CaseloadRow[]> {
  const lines = await db.all<LineRow>('select * from lines where young_person_id = any($1)', [youngPeople]);
  const checkIns = checkInStore(db);
  const pressedApart = await readPressedApart(
    db,
    lines.map(({ id }) => id),
  );
  return Promise.all(
    youngPeople.map(async (youngPerson) => {
      const line = lines.find((row) => row.young_person_id === youngPerson);
      return {
        youngPerson,
        line: line?.id ?? null,
        lastHeardAt: line?.last_heard_at ?? null,
        checkIns: await checkIns.latestOf(youngPerson, CHECK_INS_IN_CASELOAD),
        pressedApart: pressedApart.filter((one) => one.line === line?.id),
      };
    }),
  );
}

async function readGivenBackApart(db: Db, line: LineRow): Promise<readonly PractitionerId[]> {
  const rows = await db.all<{ practitioner: PractitionerId }>(
    `select data->>'practitioner' as practitioner from events
     where chain_id = $1 and name = 'act-kept-apart' and data @> '{"pressed": "phone-theirs-again"}'
       and happened_at >= $2`,
    [line.id, line.not_theirs_at],
  );
  return rows.map((row) => row.practitioner);
}

/** What has happened of it since they last came back: a note or another absence ends it. */
async function readReturnTalk(db: Db, line: LineId): Promise<ReturnTalkOwed | null> {
  const rows = await db.all<{ name: string; happened_at: Instant; data: Readonly<Record<string, unknown>> }>(
    `select name, happened_at, data from events
     where chain_id = $1 and (name in ('return-confirmed', 'return-talk-recorded', 'marked-missing')
       or (name = 'act-kept-apart' and data @> '{"pressed": "return-talk-recorded"}'))
     order by n desc limit 20`,
    [line],
  );
  const last = rows.findIndex((row) => row.name !== 'act-kept-apart');
  const confirmed = rows[last];
  if (confirmed?.name !== 'return-confirmed') return null;
  return {
    since: confirmed.happened_at,
    until: String(confirmed.data['until']),
    offered: confirmed.data['offered'] === true,
    notedApartBy: rows.slice(0, last).map((row) => String(row.data['practitioner'])),
  };
}

async function readHowWasThis(db: Db, line: LineId): Promise<readonly HowWasThisSaid[]> {
  const rows = await db.all<{ happened_at: Instant; data: Omit<HowWasThisSaid, 'at'> }>(
    `select happened_at, data from events where chain_id = $1 and name = 'how-was-this-answered' order by n desc limit 4`,
    [line],
  );
  return rows.map(({ happened_at: at, data: { question, answer, message } }) => ({ at, question, answer, message }));
}

async function readNotes(db: Db, youngPerson: YoungPersonId): Promise<readonly Note[]> {
  const rows = await db.all<NoteRow>('select * from notes where young_person_id = $1 order by due_at desc, id desc', [
    youngPerson,
  ]);
  return rows.map((row) => ({
    id: row.id,
    checkIn: row.check_in_id,
    youngPerson,
    to: row.practitioner_id,
    text: openOrNull(db.keys, row.text_sealed, places.noteText(row.id)) ?? '',
    dueAt: row.due_at,
    sentAt: row.sent_at,
  }));
}
