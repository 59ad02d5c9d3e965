import type { Kind } from './concerns';
import type { DeliveryId } from './delivery';
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
  /** The number of an unknown sender goes when it last wrote before this moment and no words of it are left. */
  readonly numberBefore: Instant;
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
  /** One when the number of an unknown sender went, with the last of its words. */
  readonly numbers: number;
}

/** The moments before which names, numbers and texts that belong to no line have outlived their terms. */
export interface IdentityTerms {
  /** How to reach a practitioner who left before this goes. */
  readonly contactsBefore: Instant;
  readonly namesBefore: Instant;
  /** Who a young person was that left before this goes, once none of their words are left. */
  readonly youngPeopleBefore: Instant;
  readonly staffTextsBefore: Instant;
  /** Texts of staff in which a rule heard something. */
  readonly weightyTextsBefore: Instant;
}

/** Who and what has outlived these terms, by id. */
export interface OutlivedIdentities {
  /** Practitioners nobody need reach any longer. */
  readonly contacts: readonly PractitionerId[];
  /** Practitioners whose name goes. */
  readonly names: readonly PractitionerId[];
  readonly youngPeople: readonly YoungPersonId[];
  readonly staffReplies: readonly string[];
  readonly textsToStaff: readonly DeliveryId[];
}

/** Whose terms something was destroyed by. */
export interface Approval {
  readonly approvedBy: string;
  readonly approvedOn: LocalDate;
}

/** One thing a restored backup has to be told again: what was destroyed since it was made, and what must not be. */
export type Erasure =
  | { readonly is: 'words'; readonly at: Instant; readonly outlived: Outlived; readonly by: Approval }
  | { readonly is: 'identities'; readonly at: Instant; readonly outlived: OutlivedIdentities; readonly by: Approval }
  | { readonly is: 'hold-placed'; readonly at: Instant; readonly hold: Omit<LegalHold, 'lifted'> }
  | { readonly is: 'hold-lifted'; readonly at: Instant; readonly hold: string; readonly lifted: Lifted };

/** Nothing of a young person (null: of anybody) is destroyed while it stands: an inquiry, a court, a claim, a request. */
export interface LegalHold {
  readonly id: string;
  readonly youngPerson: YoungPersonId | null;
  readonly placedBy: PractitionerId;
  readonly placedAt: Instant;
  readonly reason: string;
  readonly lifted: Lifted | null;
}

/** Who lifted a legal hold, and why. */
export interface Lifted {
  readonly by: PractitionerId;
  readonly at: Instant;
  readonly reason: string;
}
