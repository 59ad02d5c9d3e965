import type { About, Kind, Level } from './concerns';
import type { NoticeChannel } from './delivery';
import type { Practitioner, PractitionerId } from './people';
import type { Instant, LocalDate, LocalTime } from './time';

export type ConcernId = string;
export type NoticeId = string;

/** In which capacity somebody is told. */
export const CAPACITIES = [
  'mentor',
  'cover',
  'coordinator',
  'duty-lead',
  'second-lead',
  'manager',
  'outside-contact',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The four acts, each with a name and a time, each reopening by itself when it is not followed through. */
export const ACTS = ['seen', 'taken-on', 'decided', 'contacted'] as const;
export type Act = (typeof ACTS)[number];

/** One of the four acts as it was done: which, by whom, when. */
export interface ActDone {
  readonly act: Act;
  readonly by: PractitionerId;
  readonly as: Capacity;
  readonly at: Instant;
}

/**
 * Whether a channel reaches a practitioner now. `unproven`: proofs are required (live) and no real reply came by it
 * in 30 days. Practice and rehearsal have no proofs and require none, so there a channel is `usable` untested.
 */
export type ChannelState = 'usable' | 'unproven' | 'opted-out' | 'no-address';

/** One practitioner as staffing sees them at a moment. */
export interface Staffed {
  readonly practitioner: Practitioner;
  /** In hours, not on leave, not a bank holiday, has not left; for a rota duty: holds it now. */
  readonly available: boolean;
  /** The first 08:00 (weekend 09:00) local, at or after now, of a day with hours and no leave. */
  readonly dayStartsAt: Instant | null;
  /** The next 08:30 local, after now, of a day with hours and no leave: when their digest goes. */
  readonly nextDigestAt: Instant | null;
  /** When hours of theirs next begin, at or after now: when a young person hears that they are in again. */
  readonly nextInAt: Instant | null;
  readonly channels: Readonly<Record<NoticeChannel, ChannelState>>;
}

/**
 * Who stands where for one young person (or unknown number) at one moment. Made by `rota/`, read by `escalation/`
 * and the facts of a dialog. A missing person is null: it costs no time and its reason is recorded.
 */
export interface Staffing {
  readonly at: Instant;
  readonly timeZone: string;
  /** 21:30-08:00 local, and nothing else. */
  readonly night: boolean;
  readonly mentor: Staffed | null;
  /** Holder of the `cover` duty, else the buddy in hours, else the coordinator. */
  readonly cover: Staffed | null;
  readonly coordinator: Staffed | null;
  readonly lead: Staffed | null;
  readonly second: Staffed | null;
  readonly manager: Staffed | null;
  /** Somebody outside the organisation, for when everybody inside is or could be meant. */
  readonly outsideContact: Staffed | null;
  /** True when `cover` holds the rota's duty now, rather than standing in as buddy or coordinator. */
  readonly coverByRota: boolean;
  /** Bank holidays of the organisation's area in the weeks around now: what working days are counted by. */
  readonly bankHolidays: readonly LocalDate[];
}

/** What kind of case it is: which row of the table of pathways applies, besides level and hour. */
export type CaseNature =
  | 'disclosure'
  | 'allegation'
  | 'missing-person-writes'
  | 'phone-not-theirs'
  | 'unknown-sender'
  | 'could-not-be-assessed'
  | 'picture-or-unread';

/** What escalation is told of a concern. Never its words. */
export interface CaseFacts {
  readonly concern: ConcernId;
  readonly nature: CaseNature;
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  /** When the message came: every minute of a pathway counts from here. */
  readonly saidAt: Instant;
  /** People who are or could be meant, who are in conflict, or whom the young person asked not to tell. */
  readonly excluded: readonly PractitionerId[];
  /** The one accused could be any adult of the service: lead and second are told together. */
  readonly anyAdultMeant: boolean;
  /** "Safe now?" answered "not sure", or not answered for 20 minutes. */
  readonly unsureOfSafety: boolean;
  /** The code word was used: the notice says not to ring or text this phone. */
  readonly doNotRing: boolean;
  /** Honour-based abuse, forced marriage, trafficking: the notice says not to contact family or community. */
  readonly doNotTellFamily: boolean;
  /** When a person may be contacted unasked; the clock of "a human is heard" stops outside. Absent: any hour. */
  readonly safeHours?: { readonly from: LocalTime; readonly to: LocalTime } | null;
  /** The next visit, lift or call: what an allegation must be decided before, and a worry opened before. */
  readonly nextVisitAt?: Instant | null;
}

/** Which staff wording a notice takes (`templates/<language>/staff/`). */
export type NoticeWording =
  | 'needs-you-by'
  | 'needs-you-now'
  | 'needs-you-now-unrung'
  | 'night-ring-lead-first'
  | 'quiet-for-your-information'
  | 'taken-on-then-forgotten'
  | 'not-yet-decided'
  | 'not-yet-contacted'
  | 'could-not-be-assessed'
  | 'more-has-come'
  | 'told-in-the-morning'
  | 'read-within-hours'
  | 'read-together';

/** One attempt to reach one practitioner by one channel. Idempotent by (concern, step, practitioner, by, attempt). */
export interface NoticeToSend {
  readonly step: string;
  readonly attempt: number;
  readonly as: Capacity;
  readonly practitioner: PractitionerId;
  readonly by: NoticeChannel;
  readonly wording: NoticeWording;
  /** The moment named in the notice, local time is made by wording; null where none is named. */
  readonly needsBy: Instant | null;
  readonly doNotRing: boolean;
  readonly doNotTellFamily: boolean;
}

/** Why nobody was told at a step, or why a step did not count. */
export type MissedReason =
  | 'nobody-on-duty'
  | 'excluded'
  | 'opted-out'
  | 'unproven-channel'
  | 'no-address'
  | 'channel-failed'
  | 'same-person-told'
  | 'not-taken-on'
  | 'not-opened'
  | 'not-decided'
  | 'not-contacted'
  | 'passed-on'
  | 'more-was-said';

/** What escalation wants done or recorded; the acts do it in the same transaction that saves the case. */
export type Happening =
  | { readonly what: 'notify'; readonly notice: NoticeToSend }
  | { readonly what: 'held'; readonly as: Capacity; readonly practitioner: PractitionerId; readonly until: Instant }
  | {
      readonly what: 'missed';
      readonly as: Capacity;
      readonly practitioner: PractitionerId | null;
      readonly reason: MissedReason;
      readonly step: string;
    }
  /** Pending notices, digests and links of this practitioner for this concern are taken back. */
  | { readonly what: 'withdraw'; readonly practitioner: PractitionerId }
  | { readonly what: 'reopened'; readonly act: Act; readonly reason: MissedReason }
  /** A clock the young person was told of has run out: they are told honestly. */
  | {
      readonly what: 'late';
      readonly who: PractitionerId | null;
      readonly next: PractitionerId | null;
      readonly by: Instant;
    }
  /** Goes into the 08:30 digest of the practitioner's next day instead of a notice. */
  | { readonly what: 'digest'; readonly practitioner: PractitionerId; readonly at: Instant };

/**
 * The living state of one escalation, kept whole in its row. `escalation/` alone reads inside `progress`;
 * the other fields are for everybody.
 */
export interface Case {
  readonly facts: CaseFacts;
  /** The pathway as it stood when the case opened: later edits do not change a running case. */
  readonly pathway: { readonly id: string; readonly version: string };
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  /** The acts that stand now; a reopened act is gone from here (its history is in the events). */
  readonly acts: readonly ActDone[];
  /** Who holds it now: has taken it on, else the duty lead for urgent and above, else the practitioner. */
  readonly holder: PractitionerId | null;
  /** When each clock runs out; null = that clock does not run. */
  readonly clocks: {
    readonly takenOnBy: Instant | null;
    readonly readBy: Instant | null;
    readonly decidedBy: Instant | null;
    readonly contactedBy: Instant | null;
  };
  readonly closedAt: Instant | null;
  readonly progress: unknown;
}

/** What every function of `escalation/` gives back. */
export interface Outcome {
  readonly case: Case;
  readonly happenings: readonly Happening[];
}
