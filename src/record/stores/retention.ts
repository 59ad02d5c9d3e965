import type {
  Destroyed,
  IdentityTerms,
  Instant,
  KeptLine,
  LegalHold,
  LineId,
  Outlived,
  OutlivedIdentities,
  YoungPersonId,
} from '../../vocabulary';
import { openOrNull, type Db } from '../db';
import { findIdentities, noticeLeavers, shredIdentities } from '../shred/shredIdentities';
import { shredWords } from '../shred/shredWords';
import { rosterPlaces, type Sheet } from './rosterRows';

interface LineRow {
  young_person_id: YoungPersonId | null;
  sheet_sealed: string | null;
  held: boolean;
}

interface ConcernRow {
  id: string;
  nature: KeptLine['concerns'][number]['nature'];
  kinds: KeptLine['concerns'][number]['kinds'];
  opened_at: Instant;
  closed_at: Instant | null;
  under_way: boolean;
}

interface HoldRow {
  id: string;
  young_person_id: YoungPersonId | null;
  placed_by: string;
  placed_at: Instant;
  reason_sealed: string;
  lifted_by: string | null;
  lifted_at: Instant | null;
  lift_reason_sealed: string | null;
}

const holdPlace = (field: 'reason' | 'lift_reason', id: string) => `legal_holds.${field}:${id}`;

/** What is kept how long, what must be kept whatever its term, and the end of what has outlived it. */
export function retentionStore(db: Db) {
  return {
    /**
     * Of some lines, in the order of their ids, those that hold words (or the number of an unknown sender) from before
     * this moment. Those without are read to their end to know it, so nobody asks for all lines at once.
     */
    async linesWithWordsBefore(before: Instant, behind: LineId | '', atMost: number) {
      const rows = await db.all<{ id: LineId; has_words: boolean }>(
        `select id,
           exists (select from messages where line_id = lines.id and received_at < $1 and text_sealed is not null)
           or exists (select from deliveries
             where line_id = lines.id and created_at < $1 and text_sealed is not null and due_at is null)
           or exists (select from notes join check_ins on check_ins.id = check_in_id
             where notes.young_person_id = lines.young_person_id and text_sealed is not null
               and coalesce(finished_at, started_at) < $1)
           or exists (select from concerns where line_id = lines.id and closed_at < $1 and closing_sealed is not null)
           or (unknown_phone_sealed is not null and coalesce(last_heard_at, created_at) < $1) as has_words
         from (select * from lines where id > $2 order by id limit $3) as lines order by id`,
        [before, behind, atMost],
      );
      const isEnd = rows.length < atMost;
      return {
        found: rows.filter((row) => row.has_words).map(({ id }) => id),
        last: isEnd ? null : rows.at(-1)!.id,
      };
    },

    /** A line without its words. Somebody who left the roster long ago still has their age. */
    async lookAt(line: LineId): Promise<KeptLine> {
      const row = (await db.one<LineRow>(
        `select young_person_id, sheet_sealed, exists (
           select from legal_holds where lifted_at is null
             and (young_person_id is null or young_person_id = lines.young_person_id)
         ) as held
         from lines left join young_people on young_people.id = young_person_id where lines.id = $1`,
        [line],
      ))!;
      const concerns = await db.all<ConcernRow>(
        `select id, nature, kinds, opened_at, closed_at,
           exists (select from deliveries where concern_id = concerns.id and due_at is not null)
           or exists (select from notices join deliveries on deliveries.notice_id = notices.id
             where notices.concern_id = concerns.id and deliveries.due_at is not null)
           or exists (select from errands where subject = concerns.id and done_at is null) as under_way
         from concerns where line_id = $1 order by opened_at, id`,
        [line],
      );
      const place = rosterPlaces.youngPerson('sheet', row.young_person_id ?? '');
      const sheet = openOrNull(db.keys, row.sheet_sealed, place);
      return {
        line,
        bornOn: sheet === null ? null : (JSON.parse(sheet) as Sheet).dateOfBirth,
        held: row.held,
        concerns: concerns.map((one) => ({
          id: one.id,
          nature: one.nature,
          kinds: one.kinds,
          openedAt: one.opened_at,
          closedAt: one.closed_at,
          underWay: one.under_way,
        })),
      };
    },

    destroy: (outlived: Outlived): Promise<Destroyed> => shredWords(db, outlived),

    noticeLeavers: (now: Instant): Promise<void> => noticeLeavers(db, now),
    identitiesBefore: (terms: IdentityTerms): Promise<OutlivedIdentities> => findIdentities(db, terms),
    destroyIdentities: (outlived: OutlivedIdentities): Promise<void> => shredIdentities(db, outlived),

    async knows(youngPerson: YoungPersonId): Promise<boolean> {
      return (await db.one('select id from young_people where id = $1', [youngPerson])) !== null;
    },

    async placeHold(hold: Omit<LegalHold, 'lifted'>): Promise<void> {
      await db.write(
        `insert into legal_holds (id, young_person_id, placed_by, placed_at, reason_sealed)
         values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
        [
          hold.id,
          hold.youngPerson,
          hold.placedBy,
          hold.placedAt,
          db.keys.seal(hold.reason, holdPlace('reason', hold.id)),
        ],
      );
    },

    /** The hold that was lifted; null when none of this id stands. */
    async liftHold(id: string, lifted: NonNullable<LegalHold['lifted']>): Promise<LegalHold | null> {
      const row = await db.one<HoldRow>(
        `update legal_holds set lifted_by = $2, lifted_at = $3, lift_reason_sealed = $4
         where id = $1 and lifted_at is null returning *`,
        [id, lifted.by, lifted.at, db.keys.seal(lifted.reason, holdPlace('lift_reason', id))],
      );
      return row === null ? null : toHold(db, row);
    },

    /** Every hold there ever was, newest first. */
    async holds(): Promise<readonly LegalHold[]> {
      const rows = await db.all<HoldRow>('select * from legal_holds order by placed_at desc, id desc');
      return rows.map((row) => toHold(db, row));
    },
  };
}

function toHold({ keys }: Db, row: HoldRow): LegalHold {
  const reason = openOrNull(keys, row.lift_reason_sealed, holdPlace('lift_reason', row.id));
  return {
    id: row.id,
    youngPerson: row.young_person_id,
    placedBy: row.placed_by,
    placedAt: row.placed_at,
    reason: keys.open(row.reason_sealed, holdPlace('reason', row.id)),
    lifted: reason === null ? null : { by: row.lifted_by!, at: row.lifted_at!, reason },
  };
}
