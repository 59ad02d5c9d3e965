import type {
  Act,
  ConcernId,
  Event,
  Instant,
  Leave,
  LeaveTakenBack,
  LineId,
  LocalDate,
  PractitionerId,
  YoungPersonId,
} from '../../vocabulary';
import { json, type Db } from '../db';
import { places } from '../places';
import type { InTransaction } from '../stores';
import type { BrokenGlass, Verdict } from '../views/types';

interface Read {
  readonly by: PractitionerId;
  readonly page: string;
  readonly concern: ConcernId | null;
  readonly line: LineId | null;
  readonly youngPerson: YoungPersonId | null;
  readonly throughGlass: boolean;
}

/** Leave taken off the rota. */
interface LeaveOff {
  readonly practitioner: PractitionerId;
  readonly leave: Leave;
  /** Its days up to this one have been, and stay written; null: none has. */
  readonly keptUntil: LocalDate | null;
  readonly by: PractitionerId;
  readonly because: LeaveTakenBack | null;
}

type Append = (event: Event) => Promise<void>;

/** What the staff pages write themselves, each with its event in the same transaction. */
export function staffBook(open: { readonly inTransaction: InTransaction }) {
  const write = (work: (db: Db, append: Append) => Promise<void>): Promise<void> =>
    open.inTransaction(({ db, stores }) => work(db, stores.events.append));

  return {
    recordRead: (read: Read, at: Instant) =>
      write(async (_db, append) => {
        const { by, page, concern, line, youngPerson, throughGlass } = read;
        const name = throughGlass ? 'case-read-break-glass' : 'case-read';
        await append({ line, name, at, data: { by, page, concern, youngPerson } });
      }),

    recordEntry: (
      what: { readonly practitioner: PractitionerId; readonly did: 'staff-signed-in' | 'second-factor-enrolled' },
      at: Instant,
    ) => write((_db, append) => append({ line: null, name: what.did, at, data: { practitioner: what.practitioner } })),

    keepApart: (
      what: { readonly concern: ConcernId; readonly by: PractitionerId; readonly pressed: Act | 'closed' },
      at: Instant,
    ) =>
      write(async (db, append) => {
        const { concern, by, pressed } = what;
        await db.all(
          'insert into kept_apart (concern_id, practitioner_id, pressed, pressed_at) values ($1, $2, $3, $4)',
          [concern, by, pressed, at],
        );
        const line = await lineOf(db, concern);
        await append({ line, name: 'act-kept-apart', at, data: { concern, practitioner: by, pressed } });
      }),

    /** Those given are all who may know from now on. */
    letKnow: (
      what: {
        readonly concern: ConcernId;
        readonly by: PractitionerId;
        readonly practitioners: readonly PractitionerId[];
      },
      at: Instant,
    ) =>
      write(async (db, append) => {
        const { concern, by, practitioners } = what;
        await db.all('delete from may_know where concern_id = $1 and not (practitioner_id = any($2))', [
          concern,
          practitioners,
        ]);
        await db.all(
          `insert into may_know (concern_id, practitioner_id, recorded_by, recorded_at)
           select $1, one, $3, $4 from unnest($2::text[]) as one on conflict do nothing`,
          [concern, practitioners, by, at],
        );
        const line = await lineOf(db, concern);
        await append({ line, name: 'may-know-recorded', at, data: { concern, by, practitioners } });
      }),

    markVerdict: (
      what: {
        readonly concern: ConcernId;
        readonly by: PractitionerId;
        readonly verdict: Verdict;
        readonly note: string;
      },
      at: Instant,
    ) =>
      write(async (db, append) => {
        const { concern, by, verdict, note } = what;
        await db.all(
          `insert into verdict_marks (concern_id, practitioner_id, marked_at, verdict, note_sealed)
           values ($1, $2, $3, $4, $5)`,
          [concern, by, at, verdict, db.keys.seal(note, places.verdictNote(concern))],
        );
        const line = await lineOf(db, concern);
        await append({ line, name: 'verdict-marked', at, data: { concern, practitioner: by, verdict } });
      }),

    openGlass: (glass: BrokenGlass) =>
      write(async (db, append) => {
        const { practitioner, youngPerson, reason, at, until } = glass;
        await db.all(
          `insert into opened_glass (practitioner_id, young_person_id, reason_sealed, opened_at, until_at)
           values ($1, $2, $3, $4, $5)`,
          [practitioner, youngPerson, db.keys.seal(reason, places.glassReason(practitioner)), at, until],
        );
        const line = await db.one<{ id: LineId }>('select id from lines where young_person_id = $1', [youngPerson]);
        await append({ line: line?.id ?? null, name: 'glass-broken', at, data: { practitioner, youngPerson, until } });
      }),

    addLeave: (
      what: { readonly practitioner: PractitionerId; readonly leave: Leave; readonly by: PractitionerId },
      at: Instant,
    ) =>
      write(async (db, append) => {
        const { practitioner, leave, by } = what;
        await db.all('update roster_version set version = version + 1');
        await db.all('update practitioners set leave = leave || $2::jsonb where id = $1', [
          practitioner,
          json([{ ...leave, added: { by, at } }]),
        ]);
        const data = { practitioner, by, from: leave.from, to: leave.to };
        await append({ line: null, name: 'leave-added', at, data });
      }),

    /** Nothing is changed, and no event written, where it does not stand there any more. */
    takeBackLeave: ({ practitioner, leave, keptUntil, by, because }: LeaveOff, at: Instant) =>
      write(async (db, append) => {
        const row = await db.one<{ leave: readonly Leave[] }>(
          'select leave from practitioners where id = $1 for update',
          [practitioner],
        );
        const all = row?.leave ?? [];
        const meant = all.filter(({ from, to }) => from === leave.from && to === leave.to);
        if (meant.length === 0) return;
        const been = keptUntil === null ? [] : meant.slice(0, 1).map((one) => ({ ...one, to: keptUntil }));
        const left = json([...all.filter((one) => !meant.includes(one)), ...been]);
        await db.all('update roster_version set version = version + 1');
        await db.all('update practitioners set leave = $2 where id = $1', [practitioner, left]);
        const data = { practitioner, by, from: leave.from, to: leave.to, keptUntil, because };
        await append({ line: null, name: 'leave-taken-back', at, data });
      }),

    setCallNumbers: (
      { practitioner, numbers }: { readonly practitioner: PractitionerId; readonly numbers: string },
      at: Instant,
    ) =>
      open.inTransaction(async ({ stores }) => {
        await stores.pins.set(practitioner, numbers);
        await stores.events.append({ line: null, name: 'call-numbers-set', at, data: { practitioner } });
      }),
  };
}

async function lineOf(db: Db, concern: ConcernId): Promise<LineId | null> {
  return (await db.one<{ line_id: LineId }>('select line_id from concerns where id = $1', [concern]))?.line_id ?? null;
}
