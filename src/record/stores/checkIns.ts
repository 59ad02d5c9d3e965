import type { CheckIn, CheckInAnswer, Instant, LocalDate, YoungPersonId } from '../../vocabulary';
import { openOrNull, type Db } from '../db';

interface Row {
  id: string;
  young_person_id: YoungPersonId;
  local_date: LocalDate;
  slot: string;
  started_at: Instant;
  finished_at: Instant | null;
  mood: number | null;
}

interface AnswerRow {
  check_in_id: string;
  position: number;
  heading: CheckInAnswer['heading'];
  words_sealed: string | null;
  message_id: string;
  kept_back: boolean;
}

interface Latest {
  readonly youngPerson: YoungPersonId;
  readonly limit: number;
  readonly checkIns: Promise<readonly CheckIn[]>;
}

const answerPlace = (checkIn: string, position: number) => `check_in_answers.words:${checkIn}:${position}`;

/** Check-ins and the young person's own answers. */
export function checkInStore(db: Db) {
  /** The last check-ins of a young person as this transaction read them: one turn asks several times. */
  let latestKnown: Latest | null = null;

  async function withAnswers(rows: readonly Row[]): Promise<readonly CheckIn[]> {
    if (rows.length === 0) return [];
    const answers = await db.all<AnswerRow>(
      'select * from check_in_answers where check_in_id = any($1) order by check_in_id, position',
      [rows.map((row) => row.id)],
    );
    return rows.map((row) =>
      toCheckIn(
        row,
        answers.filter((answer) => answer.check_in_id === row.id).map((answer) => toAnswer(db, answer)),
      ),
    );
  }

  async function writeAnswer(checkIn: string, position: number, answer: CheckInAnswer): Promise<void> {
    latestKnown = null;
    await db.write(
      `insert into check_in_answers (check_in_id, position, heading, words_sealed, message_id, kept_back)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (check_in_id, position) do update set heading = excluded.heading,
         words_sealed = excluded.words_sealed, message_id = excluded.message_id, kept_back = excluded.kept_back`,
      [
        checkIn,
        position,
        answer.heading,
        db.keys.seal(answer.words, answerPlace(checkIn, position)),
        answer.message,
        answer.keptBack,
      ],
    );
  }

  async function readLatest(youngPerson: YoungPersonId, limit: number): Promise<readonly CheckIn[]> {
    const rows = await db.all<Row>(
      'select * from check_ins where young_person_id = $1 order by started_at desc, id desc limit $2',
      [youngPerson, limit],
    );
    return withAnswers(rows);
  }

  async function writeAnswers(checkIn: CheckIn): Promise<void> {
    await db.write('delete from check_in_answers where check_in_id = $1 and position > $2', [
      checkIn.id,
      checkIn.answers.length,
    ]);
    for (const [index, answer] of checkIn.answers.entries()) await writeAnswer(checkIn.id, index + 1, answer);
  }

  return {
    async start(checkIn: CheckIn): Promise<boolean> {
      latestKnown = null;
      const started = await db.one(
        `insert into check_ins (id, young_person_id, local_date, slot, started_at, finished_at, mood)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (young_person_id, local_date, slot) do nothing returning id`,
        [
          checkIn.id,
          checkIn.youngPerson,
          checkIn.date,
          checkIn.slot,
          checkIn.startedAt,
          checkIn.finishedAt,
          checkIn.mood,
        ],
      );
      if (started !== null) await writeAnswers(checkIn);
      return started !== null;
    },

    async save(checkIn: CheckIn): Promise<void> {
      latestKnown = null;
      await db.write('update check_ins set finished_at = $2, mood = $3 where id = $1', [
        checkIn.id,
        checkIn.finishedAt,
        checkIn.mood,
      ]);
      await writeAnswers(checkIn);
    },

    async get(id: string): Promise<CheckIn | null> {
      return (await withAnswers(await db.all<Row>('select * from check_ins where id = $1', [id])))[0] ?? null;
    },

    /** Newest first. */
    async latestOf(youngPerson: YoungPersonId, limit: number): Promise<readonly CheckIn[]> {
      if (latestKnown?.youngPerson !== youngPerson || latestKnown.limit < limit) {
        latestKnown = { youngPerson, limit, checkIns: readLatest(youngPerson, limit) };
      }
      return (await latestKnown.checkIns).slice(0, limit);
    },

    /** What this transaction has read may no longer be so: what it wrote was undone. */
    forget() {
      latestKnown = null;
    },

    async addAnswer(checkIn: string, answer: CheckInAnswer): Promise<void> {
      const row = await db.one<{ next: number }>(
        'select coalesce(max(position), 0) + 1 as next from check_in_answers where check_in_id = $1',
        [checkIn],
      );
      await writeAnswer(checkIn, row!.next, answer);
    },
  };
}

function toCheckIn(row: Row, answers: readonly CheckInAnswer[]): CheckIn {
  return {
    id: row.id,
    youngPerson: row.young_person_id,
    date: row.local_date,
    slot: row.slot,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    mood: row.mood,
    answers,
  };
}

function toAnswer({ keys }: Db, row: AnswerRow): CheckInAnswer {
  return {
    heading: row.heading,
    words: openOrNull(keys, row.words_sealed, answerPlace(row.check_in_id, row.position)) ?? '',
    message: row.message_id,
    keptBack: row.kept_back,
  };
}
