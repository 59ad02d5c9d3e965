/**
 * What the staff pages need of the house, met by shape in `src/app/`. Reads are views, writes are acts: no page holds
 * SQL, a clock, a cipher or a carrier.
 */
import type {
  Act,
  ConcernId,
  Instant,
  Leave,
  LeaveTakenBack,
  LineId,
  LocalDate,
  PractitionerId,
  Roster,
  YoungPersonId,
} from '../vocabulary';
import type { StaffActs } from './acts';
import type { RetentionTerms } from '../retention';
import type { SessionStore } from './sessions';
import type {
  BrokenGlass,
  CaseloadRow,
  CaseWhole,
  ColleagueText,
  ConcernSummary,
  Keeping,
  Leavers,
  LineHistory,
  LoadRow,
  RepeatedWorry,
  Verdict,
  ViewEnd,
} from '../record/views/types';

export * from './acts';

/** The reads. Whole, uncut: `need-to-know` cuts. */
export interface StaffViews {
  roster(): Promise<Roster>;
  /** Whoever is on the roster no more and still has a name. */
  leavers(): Promise<Leavers>;
  openConcerns(): Promise<readonly ConcernSummary[]>;
  /** What was counted as the third worry of a kind on these lines. */
  repeatedWorries(lines: readonly LineId[]): Promise<readonly RepeatedWorry[]>;
  /** Closed at or after `since`, newest first. */
  closedConcerns(since: Instant): Promise<readonly ConcernSummary[]>;
  /** What practitioners texted since then that was no reply code. */
  colleagueTexts(since: Instant): Promise<readonly ColleagueText[]>;
  concern(id: ConcernId): Promise<CaseWhole | null>;
  /** The concerns a reference of a notice may mean, newest first. */
  concernsByReference(reference: string): Promise<readonly ConcernSummary[]>;
  caseload(youngPeople: readonly YoungPersonId[]): Promise<readonly CaseloadRow[]>;
  /** Null when nothing was ever written on their line. */
  history(youngPerson: YoungPersonId): Promise<LineHistory | null>;
  /** What the concerns opened, or told of, since then have asked of people. */
  load(since: Instant): Promise<readonly LoadRow[]>;
  /** The young people who have been told that this leave of their mentor begins on that day. */
  toldOfLeave(mentor: PractitionerId, from: LocalDate): Promise<readonly YoungPersonId[]>;
  /** Legal holds and the destruction log: of one young person, or of everybody. */
  keeping(of: YoungPersonId | null): Promise<Keeping>;
  viewEndsOf(practitioner: PractitionerId): Promise<readonly ViewEnd[]>;
  /** Glass this practitioner opened that has not closed again by `now`. */
  glassOpenedBy(practitioner: PractitionerId, now: Instant): Promise<readonly BrokenGlass[]>;
  /** Glass anybody opened since then, newest first: what the lead was told to read. */
  glassOpenedSince(since: Instant): Promise<readonly BrokenGlass[]>;
}

/** One read of somebody's words or papers: always an event. */
export interface CaseRead {
  readonly by: PractitionerId;
  readonly page: 'concern' | 'young-person' | 'emergency-sheet' | 'colleagues';
  readonly concern: ConcernId | null;
  readonly line: LineId | null;
  readonly youngPerson: YoungPersonId | null;
  /** True when only an opened glass let them in. */
  readonly throughGlass: boolean;
}

/** What is recorded of coming in. */
export type Entry = 'staff-signed-in' | 'second-factor-enrolled';

/** What the pages write themselves: reads, marks, leave. No escalation hangs on any of it. */
export interface DeskBook {
  recordRead(read: CaseRead, at: Instant): Promise<void>;
  /** Somebody has come in, or has set up their codes: an administrator can see that it was them. */
  recordEntry(what: { readonly practitioner: PractitionerId; readonly did: Entry }, at: Instant): Promise<void>;
  /** What somebody whose view has ended still presses: kept for the lead, and visible to them alone. */
  keepApart(
    what: { readonly concern: ConcernId; readonly by: PractitionerId; readonly pressed: Act | 'closed' },
    at: Instant,
  ): Promise<void>;
  /** Replaces who may know of an allegation. */
  letKnow(
    what: {
      readonly concern: ConcernId;
      readonly by: PractitionerId;
      readonly practitioners: readonly PractitionerId[];
    },
    at: Instant,
  ): Promise<void>;
  markVerdict(
    what: {
      readonly concern: ConcernId;
      readonly by: PractitionerId;
      readonly verdict: Verdict;
      readonly note: string;
    },
    at: Instant,
  ): Promise<void>;
  openGlass(glass: BrokenGlass): Promise<void>;
  addLeave(
    what: { readonly practitioner: PractitionerId; readonly leave: Leave; readonly by: PractitionerId },
    at: Instant,
  ): Promise<void>;
  /** Takes it off the rota from today on; what was told of it is not untold. */
  takeBackLeave(
    what: {
      readonly practitioner: PractitionerId;
      readonly leave: Leave;
      /** The last of its days that has been; null where none has. */
      readonly keptUntil: LocalDate | null;
      readonly by: PractitionerId;
      readonly because: LeaveTakenBack | null;
    },
    at: Instant,
  ): Promise<void>;
  /** Replaces the four numbers by which a practitioner takes something on over a call. */
  setCallNumbers(what: { readonly practitioner: PractitionerId; readonly numbers: string }, at: Instant): Promise<void>;
}

/** Who to ring, as the contacts file holds it. Shown always: reporting directly is never blocked. */
export interface LocalContact {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** When to use it, and its hours, in words. */
  readonly when: string;
  readonly verifiedOn: string;
  readonly expired: boolean;
  /** Nobody answers there at this hour. */
  readonly closedNow: boolean;
}

/** What is broken or missing of one part of the service, and how to mend it. Nobody's words. */
export interface MendingGroup {
  readonly about: 'messages' | 'work' | 'people' | 'settings' | 'words';
  readonly found: readonly { readonly what: string; readonly give: string }[];
}

/** Everything `createStaffRouter` is given. */
export interface StaffDoor {
  readonly views: StaffViews;
  readonly acts: StaffActs;
  readonly book: DeskBook;
  readonly sessions: SessionStore;
  /** Everything that is broken or missing, as it was looked at `at`. */
  toMend(): Promise<{ readonly at: Instant; readonly groups: readonly MendingGroup[] }>;
  readonly now: () => Instant;
  readonly contacts: (now: Instant, timeZone: string) => readonly LocalContact[];
  /** How long words are kept; null: nobody has approved any terms, and nothing is destroyed. */
  readonly retention: RetentionTerms | null;
  /** Random, and comparison in constant time: ciphers live in `keys`. */
  readonly secrets: { make(): string; same(a: string, b: string): boolean };
  /** `practice` has standing links on the loopback address; `live` has none. */
  readonly mode: 'practice' | 'live';
}
