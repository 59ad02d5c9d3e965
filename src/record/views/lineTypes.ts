/** A young person's line as the staff pages read it: whole, and cut afterwards, as `types.ts` says. */
import type {
  CheckIn,
  Commitment,
  HowWasThisAnswer,
  HowWasThisQuestion,
  Instant,
  LineId,
  MessageId,
  Note,
  PractitionerId,
  PressedOnAPage,
  YoungPersonId,
} from '../../vocabulary';
import type { ConcernSummary, ThreadItem } from './caseTypes';

/** What they said of being asked: our own questions, validated by nobody. */
export interface HowWasThisSaid {
  readonly at: Instant;
  readonly question: HowWasThisQuestion;
  readonly answer: HowWasThisAnswer;
  readonly message: MessageId;
}

/** A talk somebody has to be offered after they were missing, while nobody has noted how that went. */
export interface ReturnTalkOwed {
  readonly since: Instant;
  readonly until: Instant;
  /** A text of ours offers it; else a person has to. */
  readonly offered: boolean;
  /** Who noted it after their view had ended: for them alone it is done. */
  readonly notedApartBy: readonly PractitionerId[];
}

/** What somebody kept from a young person pressed on their page: it did nothing, and nobody else has done it since. */
export interface PressedApart {
  readonly by: PractitionerId;
  readonly pressed: PressedOnAPage;
  readonly at: Instant;
}

/** A young person's line as their practitioner reads it. */
export interface LineHistory {
  readonly line: LineId;
  readonly thread: readonly ThreadItem[];
  /** Newest first. */
  readonly checkIns: readonly CheckIn[];
  /** Newest first. */
  readonly notes: readonly Note[];
  /** Not yet kept, not yet admitted. */
  readonly commitments: readonly Commitment[];
  readonly concerns: readonly ConcernSummary[];
  readonly stoppedAt: Instant | null;
  readonly notTheirsAt: Instant | null;
  /** Who writes in the thread as themselves now. */
  readonly humanInThread: PractitionerId | null;
  /** Newest first. */
  readonly howWasThis: readonly HowWasThisSaid[];
  readonly returnTalk: ReturnTalkOwed | null;
  /** Who said since, after their view had ended, that the phone is theirs again: for them alone it is so. */
  readonly givenBackApartBy: readonly PractitionerId[];
  /** For whoever leads: each may be theirs to do now. */
  readonly pressedApart: readonly PressedApart[];
}

/** One row of a caseload. */
export interface CaseloadRow {
  readonly youngPerson: YoungPersonId;
  readonly line: LineId | null;
  readonly lastHeardAt: Instant | null;
  /** Latest first, finished or not, at most eight. */
  readonly checkIns: readonly CheckIn[];
  readonly pressedApart: readonly PressedApart[];
}
