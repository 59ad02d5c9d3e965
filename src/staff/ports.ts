/**
 * What the staff pages need of the house, met by shape in `app.ts`. Reads are views, writes are acts: no page holds
 * SQL, a clock, a cipher or a carrier.
 */
import type {
  Act,
  ConcernId,
  Decision,
  Instant,
  Leave,
  LineId,
  MessageId,
  PractitionerId,
  Roster,
  TellingKind,
  WritingReason,
  YoungPersonId,
} from '../vocabulary';
import type { RetentionTerms } from '../retention';
import type { SessionStore } from './sessions';
import type {
  BrokenGlass,
  CaseloadRow,
  CaseWhole,
  ConcernSummary,
  Keeping,
  LineHistory,
  Verdict,
  ViewEnd,
} from '../record/views/types';

/** The reads. Whole, uncut: `need-to-know` cuts. */
export interface StaffViews {
  roster(): Promise<Roster>;
  openConcerns(): Promise<readonly ConcernSummary[]>;
  /** Closed at or after `since`, newest first. */
  closedConcerns(since: Instant): Promise<readonly ConcernSummary[]>;
  concern(id: ConcernId): Promise<CaseWhole | null>;
  /** The concerns a reference of a notice may mean, newest first. */
  concernsByReference(reference: string): Promise<readonly ConcernSummary[]>;
  caseload(youngPeople: readonly YoungPersonId[]): Promise<readonly CaseloadRow[]>;
  /** Null when nothing was ever written on their line. */
  history(youngPerson: YoungPersonId): Promise<LineHistory | null>;
  /** Legal holds and the destruction log: of one young person, or of everybody. */
  keeping(of: YoungPersonId | null): Promise<Keeping>;
  viewEndsOf(practitioner: PractitionerId): Promise<readonly ViewEnd[]>;
  /** Glass this practitioner opened that has not closed again by `now`. */
  glassOpenedBy(practitioner: PractitionerId, now: Instant): Promise<readonly BrokenGlass[]>;
}

/** Why an act was refused: expected, shown in plain words. */
export type Refusal =
  | 'not-found'
  | 'closed'
  | 'about-you'
  | 'not-yours-to-decide'
  | 'not-decided'
  | 'words-missing'
  | 'cannot-be-texted'
  | 'not-marked'
  | 'not-missing';

/** What an act says: refused with its reason, or anything else, and then it is done. */
export type ActResult =
  { readonly result: 'recorded' | 'closed' } | { readonly result: 'refused'; readonly why: Refusal };

/** One read of somebody's words or papers: always an event. */
export interface CaseRead {
  readonly by: PractitionerId;
  readonly page: 'concern' | 'young-person' | 'emergency-sheet';
  readonly concern: ConcernId | null;
  readonly line: LineId | null;
  readonly youngPerson: YoungPersonId | null;
  /** True when only an opened glass let them in. */
  readonly throughGlass: boolean;
}

/** What a practitioner has said; `at` is when somebody speaks with the young person, where a moment is named. */
export interface TellingAsked {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly what: TellingKind;
  readonly at: Instant | null;
}

/** The acts of the house a page can do: each one transaction, each deciding for itself again. */
export interface StaffActs {
  acknowledge(what: {
    readonly concern: ConcernId;
    readonly by: PractitionerId;
    readonly act: 'seen' | 'taken-on' | 'contacted' | 'passed-on';
    readonly how: 'page';
  }): Promise<ActResult>;
  decide(decision: Decision): Promise<ActResult>;
  close(closing: {
    readonly concern: ConcernId;
    readonly by: PractitionerId;
    readonly outcome: string;
    readonly reason: string;
    readonly toldYoungPerson: string;
  }): Promise<ActResult>;
  /** Approved words go to the young person because this practitioner chose so. */
  tellYoungPerson(what: TellingAsked): Promise<ActResult>;
  /** The very words that would go. */
  wordsOfTelling(
    what: TellingAsked,
  ): Promise<
    | { readonly result: 'words'; readonly words: readonly string[] }
    | { readonly result: 'refused'; readonly why: Refusal }
  >;
  /** Their own words to a young person, under their own first name. */
  writeInThread(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
    readonly words: string;
    readonly reason: WritingReason | null;
    /** Suggestions of better language they read and sent it against. */
    readonly keptAgainst: number;
  }): Promise<ActResult>;
  /** They have finished writing: the service answers again. */
  leaveThread(what: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId }): Promise<void>;
  /** A person found a disclosure the rules did not see: a concern is opened and the rules' review hears of it. */
  reportMissed(what: {
    readonly message: MessageId;
    readonly by: PractitionerId;
    readonly level: 'worry' | 'urgent' | 'immediate';
    readonly reason: string;
  }): Promise<ActResult>;
  /** Somebody has seen or spoken with a young person marked missing, who is back: a talk is offered to them. */
  confirmReturn(what: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId }): Promise<ActResult>;
  /** The young person has their phone again, and somebody knows it from them: texts may go to it. */
  giveBackPhone(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
    readonly how: 'face-to-face' | 'second-safe-way';
  }): Promise<ActResult>;
  /** Nothing of this young person (null: of anybody) is destroyed from now on. */
  placeHold(what: {
    readonly youngPerson: YoungPersonId | null;
    readonly by: PractitionerId;
    readonly reason: string;
  }): Promise<ActResult>;
  liftHold(what: { readonly hold: string; readonly by: PractitionerId; readonly reason: string }): Promise<ActResult>;
  /** Tells the duty lead, without content, that somebody opened a glass. */
  tellLeadOfGlass(what: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId }): Promise<void>;
  /** E-mails a sign-in link when the address is a practitioner's; does nothing, as visibly, when it is not. */
  askForLink(what: { readonly email: string }): Promise<void>;
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
  readonly contacts: (now: Instant) => readonly LocalContact[];
  /** How long words are kept; null: nobody has approved any terms, and nothing is destroyed. */
  readonly retention: RetentionTerms | null;
  /** Random, and comparison in constant time: ciphers live in `keys`. */
  readonly secrets: { make(): string; same(a: string, b: string): boolean };
  /** `practice` has standing links on the loopback address; `live` has none. */
  readonly mode: 'practice' | 'live';
}
