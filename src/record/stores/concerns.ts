import type {
  Concern,
  ConcernId,
  Decision,
  Instant,
  Line,
  LineId,
  MissedMark,
  PractitionerId,
  Talk,
} from '../../vocabulary';
import { json, openOrNull, sealOrNull, type Db } from '../db';
import { places } from '../places';
import { writeTalk } from './talks';

interface Row {
  id: ConcernId;
  line_id: LineId;
  young_person_id: string | null;
  nature: Concern['nature'];
  level: Concern['level'];
  kinds: Concern['kinds'];
  about: Concern['about'];
  opened_at: Instant;
  reference: string;
  escalation_case: Concern['case'];
  hidden_from: string[];
  safe_now: Concern['safeNow'];
  closed_at: Instant | null;
  closed_by: string | null;
  closing_sealed: string | null;
  messages: string[];
}

type Closing = Pick<NonNullable<Concern['closed']>, 'outcome' | 'reason' | 'toldYoungPerson'>;

const closingPlace = (id: ConcernId) => `concerns.closing:${id}`;

const SELECT = `
  select concerns.*, array(
    select message_id from concern_messages where concern_id = concerns.id order by position
  ) as messages
  from concerns`;

/** Concerns with their escalation case, and the lead's decisions. `lockLine` locks the line a concern belongs to. */
export function concernStore(db: Db, lockLine: (id: ConcernId) => Promise<Line | null>) {
  /** The open concerns of a line as this transaction last read them: one turn asks several times. */
  let openKnown: { readonly line: LineId; readonly concerns: Promise<readonly Concern[]> } | null = null;

  /** How many messages of each concern this transaction knows to be written: a concern only gains them. */
  const messagesWritten = new Map<ConcernId, number>();

  const concerns = async (where: string, values: readonly unknown[]): Promise<readonly Concern[]> => {
    const read = (await db.all<Row>(`${SELECT} ${where}`, values)).map((row) => toConcern(db, row));
    for (const { id, messages } of read) messagesWritten.set(id, messages.length);
    return read;
  };

  async function get(id: ConcernId): Promise<Concern | null> {
    return (await concerns('where id = $1', [id]))[0] ?? null;
  }

  async function writeMessages(concern: Concern): Promise<void> {
    if (messagesWritten.get(concern.id) === concern.messages.length) return;
    messagesWritten.set(concern.id, concern.messages.length);
    await db.write(
      `insert into concern_messages (concern_id, position, message_id)
       select $1, place, message from unnest($2::text[]) with ordinality as given (message, place)
       on conflict (concern_id, position) do update set message_id = excluded.message_id`,
      [concern.id, concern.messages],
    );
  }

  return {
    get,

    async add(concern: Concern): Promise<void> {
      openKnown = null;
      await db.write(
        `insert into concerns (id, line_id, young_person_id, opened_by_message_id, nature, level, kinds, about, opened_at,
           reference, escalation_case, hidden_from, safe_now, holder_id, due_at, closed_at, closed_by, closing_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [
          concern.id,
          concern.line,
          concern.youngPerson,
          concern.messages[0] ?? null,
          concern.nature,
          concern.level,
          concern.kinds,
          concern.about,
          concern.openedAt,
          concern.reference,
          ...moving(db, concern),
        ],
      );
      await writeMessages(concern);
    },

    async save(concern: Concern): Promise<void> {
      openKnown = null;
      await db.write(
        `update concerns set young_person_id = $2, nature = $3, level = $4, kinds = $5, about = $6, escalation_case = $7,
           hidden_from = $8, safe_now = $9, holder_id = $10, due_at = $11, closed_at = $12, closed_by = $13,
           closing_sealed = $14
         where id = $1`,
        [
          concern.id,
          concern.youngPerson,
          concern.nature,
          concern.level,
          concern.kinds,
          concern.about,
          ...moving(db, concern),
        ],
      );
      await writeMessages(concern);
    },

    /** The line first, always: every act takes its locks in that order. */
    async lock(id: ConcernId): Promise<{ readonly concern: Concern; readonly line: Line } | null> {
      const line = await lockLine(id);
      const concern = line && (await get(id));
      return line && concern && { concern, line };
    },

    openOf(line: LineId): Promise<readonly Concern[]> {
      if (openKnown?.line !== line) {
        const open = concerns('where line_id = $1 and closed_at is null order by opened_at, id', [line]);
        openKnown = { line, concerns: open };
      }
      return openKnown.concerns;
    },

    /** What this transaction has read may no longer be so: something was written, or undone. */
    forget() {
      openKnown = null;
      messagesWritten.clear();
    },

    allOf: (line: LineId): Promise<readonly Concern[]> =>
      concerns('where line_id = $1 order by opened_at desc, id desc', [line]),

    openHeldOrToldTo: (practitioner: PractitionerId): Promise<readonly Concern[]> =>
      concerns(
        `where closed_at is null and not ($1 = any(hidden_from)) and (holder_id = $1 or exists (
           select from notices where concern_id = concerns.id and practitioner_id = $1 and withdrawn_at is null))
         order by opened_at, id`,
        [practitioner],
      ),

    openWorries: (): Promise<readonly Concern[]> =>
      concerns(`where closed_at is null and level = 'worry' order by opened_at, id`, []),

    async markMissed({ concern, message, by, at, note }: MissedMark): Promise<void> {
      await db.write(
        `insert into verdict_marks (concern_id, message_id, practitioner_id, marked_at, verdict, note_sealed)
         values ($1, $2, $3, $4, 'missed', $5)`,
        [concern, message, by, at, db.keys.seal(note, places.verdictNote(concern))],
      );
    },

    noteTalk: (talk: Talk): Promise<void> => writeTalk(db, talk),

    async decide(decision: Decision): Promise<void> {
      const { to, reference, reason, whyNotTold, referral = null } = decision;
      await db.write(
        `insert into decisions (concern_id, decided_by, decided_at, referred, told_young_person, words_sealed)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          decision.concern,
          decision.by,
          decision.at,
          decision.referred,
          decision.toldYoungPerson === 'yes',
          db.keys.seal(
            JSON.stringify({ to, reference, reason, whyNotTold, referral }),
            places.decisionWords(decision.concern),
          ),
        ],
      );
    },
  };
}

/** What changes while a concern lives, in the order both statements write it. `dueAt` stops with the case. */
function moving(db: Db, concern: Concern): readonly unknown[] {
  const { closed } = concern;
  const closing: Closing | null = closed && {
    outcome: closed.outcome,
    reason: closed.reason,
    toldYoungPerson: closed.toldYoungPerson,
  };
  return [
    json(concern.case),
    concern.hiddenFrom,
    concern.safeNow === null ? null : json(concern.safeNow),
    concern.case.holder,
    concern.case.dueAt,
    closed?.at ?? null,
    closed?.by ?? null,
    sealOrNull(db.keys, closing && JSON.stringify(closing), closingPlace(concern.id)),
  ];
}

/** Shredded words read as empty. */
const WORDS_GONE: Closing = { outcome: '', reason: '', toldYoungPerson: '' };

const toClosing = (opened: string | null): Closing => (opened === null ? WORDS_GONE : (JSON.parse(opened) as Closing));

function toConcern({ keys }: Db, row: Row): Concern {
  const closing = openOrNull(keys, row.closing_sealed, closingPlace(row.id));
  return {
    id: row.id,
    line: row.line_id,
    youngPerson: row.young_person_id,
    nature: row.nature,
    level: row.level,
    kinds: row.kinds,
    about: row.about,
    openedAt: row.opened_at,
    messages: row.messages,
    reference: row.reference,
    case: row.escalation_case,
    hiddenFrom: row.hidden_from,
    safeNow: row.safe_now,
    closed: row.closed_at === null ? null : { at: row.closed_at, by: row.closed_by!, ...toClosing(closing) },
  };
}
