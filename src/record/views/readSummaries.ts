import type { Case, Concern, ConcernId, Instant, MessageId, PractitionerId } from '../../vocabulary';
import type { Db } from '../db';
import { readFrozenViews } from './readFrozenViews';
import type { ConcernSummary, FrozenView, KeptApart, Told } from './types';

interface Row {
  id: ConcernId;
  line_id: string;
  young_person_id: string | null;
  nature: Concern['nature'];
  level: Concern['level'];
  kinds: Concern['kinds'];
  about: Concern['about'];
  opened_at: Instant;
  reference: string;
  escalation_case: Case;
  hidden_from: PractitionerId[];
  holder_id: PractitionerId | null;
  closed_at: Instant | null;
  messages: MessageId[];
  first_seq: number | null;
  last_seq: number | null;
  may_know: PractitionerId[];
  mood_fell_at: Instant | null;
  found_by_reading_at: Instant | null;
}

interface ToldRow {
  concern_id: ConcernId;
  practitioner_id: PractitionerId;
  capacity: Told['as'];
  first_at: Instant;
  withdrawn_at: Instant | null;
}

interface ApartRow {
  concern_id: ConcernId;
  practitioner_id: PractitionerId;
  pressed: KeptApart['pressed'];
  pressed_at: Instant;
}

const SELECT = `
  select concerns.*, said.messages, said.first_seq, said.last_seq,
    array(select practitioner_id from may_know where concern_id = concerns.id order by practitioner_id) as may_know,
    (select min(made_at) from concern_messages join assessments using (message_id)
      where concern_id = concerns.id and rules_version = 'falling-mood') as mood_fell_at,
    (select min(marked_at) from verdict_marks
      where concern_id = concerns.id and verdict = 'missed') as found_by_reading_at
  from concerns left join lateral (
    select array_agg(message_id order by position) as messages, min(seq) as first_seq, max(seq) as last_seq
    from concern_messages join messages on messages.id = message_id where concern_id = concerns.id
  ) as said on true`;

/** One row a person told of a concern: their first notice; taken back only when every one was. */
const TOLD = `
  select concern_id, practitioner_id, (array_agg(capacity order by made_at, id))[1] as capacity,
    min(made_at) as first_at,
    case when bool_and(withdrawn_at is not null) then max(withdrawn_at) end as withdrawn_at
  from notices where concern_id = any($1) group by concern_id, practitioner_id order by min(made_at), practitioner_id`;

/** Concerns without their words, by a condition over the table of concerns. */
export async function readSummaries(
  db: Db,
  where: string,
  values: readonly unknown[],
): Promise<readonly ConcernSummary[]> {
  const rows = await db.all<Row>(`${SELECT} ${where}`, values);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const lines = rows.map((row) => row.line_id);
  const [told, apart, frozen] = await Promise.all([
    db.all<ToldRow>(TOLD, [ids]),
    db.all<ApartRow>('select * from kept_apart where concern_id = any($1) order by pressed_at, id', [ids]),
    readFrozenViews(db, lines),
  ]);
  return rows.map((row) => toSummary(row, told, apart, frozen.get(row.id) ?? []));
}

function toSummary(
  row: Row,
  told: readonly ToldRow[],
  apart: readonly ApartRow[],
  frozen: readonly FrozenView[],
): ConcernSummary {
  const { facts, clocks, acts } = row.escalation_case;
  return {
    id: row.id,
    line: row.line_id,
    youngPerson: row.young_person_id,
    nature: row.nature,
    level: row.level,
    kinds: row.kinds,
    about: row.about,
    moodFellAt: row.mood_fell_at,
    foundByReadingAt: row.found_by_reading_at,
    openedAt: row.opened_at,
    reference: row.reference,
    holder: row.holder_id,
    clocks,
    acts,
    excluded: [...new Set([...row.hidden_from, ...facts.excluded])],
    anyAdultMeant: facts.anyAdultMeant,
    doNotRing: facts.doNotRing,
    doNotTellFamily: facts.doNotTellFamily,
    told: told
      .filter((one) => one.concern_id === row.id)
      .map((one) => ({
        practitioner: one.practitioner_id,
        as: one.capacity,
        at: one.first_at,
        withdrawnAt: one.withdrawn_at,
      })),
    mayKnow: row.may_know,
    keptApart: apart
      .filter((one) => one.concern_id === row.id)
      .map((one) => ({ pressed: one.pressed, by: one.practitioner_id, at: one.pressed_at })),
    frozen,
    firstSeq: row.first_seq ?? 0,
    lastSeq: row.last_seq ?? 0,
    messages: row.messages ?? [],
    closedAt: row.closed_at,
  };
}
