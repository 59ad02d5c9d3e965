import type { Kind } from './concerns';
import type { CaseNature, ConcernId } from './escalation';
import type { LineId } from './messages';
import type { PractitionerId, YoungPersonId } from './people';
import type { Instant, LocalDate } from './time';

/** A concern as the terms of keeping see it: no words, only what decides how long it is kept. */
export interface KeptConcern {
  readonly id: ConcernId;
  readonly nature: CaseNature;
  readonly kinds: readonly Kind[];
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** A text or call about it has not gone yet, or something is still to be done for it. */
  readonly underWay: boolean;
}

/** A line as the terms of keeping see it. */
export interface KeptLine {
  readonly line: LineId;
  /** Null where nobody knows it. */
  readonly bornOn: LocalDate | null;
  /** A legal hold stands on the young person, or on everybody. */
  readonly held: boolean;
  readonly concerns: readonly KeptConcern[];
}

/** What of a line has outlived its term. */
export interface Outlived {
  readonly line: LineId;
  /** What was said outside a concern before this moment goes. */
  readonly chatBefore: Instant;
  readonly notesBefore: Instant;
  /** Closed concerns whose own words go. */
  readonly concerns: readonly ConcernId[];
  /** Concerns that are kept, and the time around each whose words are kept with it; `to` null: it is open. */
  readonly keeps: readonly { readonly concern: ConcernId; readonly from: Instant; readonly to: Instant | null }[];
}

/** How many rows of each kind lost their words. */
export interface Destroyed {
  readonly messages: number;
  readonly texts: number;
  readonly answers: number;
  readonly notes: number;
  readonly concerns: number;
}

/** Nothing of a young person (null: of anybody) is destroyed while it stands: an inquiry, a court, a claim, a request. */
export interface LegalHold {
  readonly id: string;
  readonly youngPerson: YoungPersonId | null;
  readonly placedBy: PractitionerId;
  readonly placedAt: Instant;
  readonly reason: string;
  readonly lifted: { readonly by: PractitionerId; readonly at: Instant; readonly reason: string } | null;
}
