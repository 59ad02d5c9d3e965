import type { Act, Capacity, CaseFacts, Kind, Level, NoticeChannel, Outcome, PractitionerId } from '../../vocabulary';
import type { About, CaseNature, Instant } from '../../vocabulary';
import type { Staffing } from '../../vocabulary';
import type { Pathways } from '../table/pathway';

/** Why something a practitioner asked for is not done. Expected, said back to them, kept as an event. */
export type Refusal =
  /** Nobody acts on a concern about themselves, or one they are left out of. */
  | 'left-out-of-it'
  /** They were never told of it and hold no duty in it. */
  | 'no-part-in-it'
  /** Only somebody in a lead's place decides what is urgent. */
  | 'only-a-lead-decides'
  /** A volunteer never decides alone. */
  | 'volunteers-do-not-decide'
  /** Nothing urgent closes before it is decided. */
  | 'not-decided-yet'
  /** Nothing closes without outcome, reason, and what the young person was told. */
  | 'says-too-little'
  | 'already-closed';

/** What a practitioner asked for: done, or refused with the reason. */
export type Answer =
  { readonly ok: true; readonly outcome: Outcome } | { readonly ok: false; readonly refused: Refusal };

export interface Opening {
  readonly facts: CaseFacts;
  readonly pathways: Pathways;
  readonly staffing: Staffing;
  readonly now: Instant;
  /** The lead has been paged for this outage already: one page an outage, but each message keeps its clock. */
  readonly alreadyPaged?: boolean;
}

export interface ActToRecord {
  readonly act: Act;
  readonly by: PractitionerId;
  /** In which capacity; by default the one they were told in, else the place they hold now. */
  readonly as?: Capacity;
}

/** What changed about an open concern. What is absent stays as it was; the level only goes up. */
export interface CaseChange {
  readonly level?: Level;
  readonly kinds?: readonly Kind[];
  readonly nature?: CaseNature;
  readonly about?: About;
  /** Somebody else is at risk now, too. */
  readonly newPersonAtRisk?: boolean;
  readonly excluded?: readonly PractitionerId[];
  readonly anyAdultMeant?: boolean;
  /** Whoever is left out is accused: what they were told of, or hold, passes to the leads alone. */
  readonly accused?: true;
  readonly unsureOfSafety?: boolean;
  readonly doNotRing?: boolean;
  readonly doNotTellFamily?: boolean;
  /** When the words that changed it came: the minutes of the changed pathway count from here. */
  readonly saidAt: Instant;
}

export interface NoticeReport {
  readonly step: string;
  readonly attempt: number;
  readonly practitioner: PractitionerId;
  readonly by: NoticeChannel;
  readonly outcome: 'delivered' | 'failed' | 'opted-out';
}

export interface Closing {
  readonly by: PractitionerId;
  readonly as?: Capacity;
  readonly outcome: string;
  readonly reason: string;
  readonly toldYoungPerson: string;
}
