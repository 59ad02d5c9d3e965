import type { Question, Assessment, Kind, Level } from './concerns';
import type { OutgoingClass } from './delivery';
import type { Channel, MessageId } from './messages';
import type { Language, Named, PractitionerId, Style } from './people';
import type { HowWasThisAnswer, HowWasThisQuestion } from './howWasThis';
import type { CheckInAnswer, CommitmentKind } from './record';
import type { Telling, TellingAnswer } from './tellings';
import { later, SECOND_MS, type Instant } from './time';

/** One message of the burst a dialog answers. */
export interface Said {
  readonly message: MessageId;
  readonly text: string;
  readonly at: Instant;
  readonly kind: 'text' | 'picture' | 'voice-note' | 'call' | 'unknown';
}

/** What has truly happened with an open concern: the record's answer to "has Sam read it?". */
export interface ConcernFacts {
  readonly id: string;
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly openedAt: Instant;
  readonly readBy: { readonly who: Named; readonly at: Instant } | null;
  readonly takenOnBy: { readonly who: Named; readonly at: Instant } | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: Named | null;
  /** Who holds it, as the case has it: whoever is told when more comes; null when nobody is there to. */
  readonly heldBy: Named | null;
  readonly told: readonly { readonly who: Named; readonly at: Instant }[];
  /** Whom it is kept from: the adult of ours it is about, or who is not wanted. Named only where they name them. */
  readonly keptFrom: readonly Named[];
  /** Who was named as the one who reads it, and by when; null when nobody is there to. */
  readonly reads: Named | null;
  readonly willReadBy: Instant | null;
  /** The question "safe now?" as it stands. An answer counts only after `acceptedAt` plus 5 s. */
  readonly safeNow: {
    readonly askedAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly answer: 'yes' | 'no' | 'not-sure' | null;
  } | null;
}

/** How long after the carrier took a question of safety an answer may count: a mood "1" on its way is not "yes, safe". */
const ANSWER_COUNTS_AFTER_MS = 5 * SECOND_MS;

/**
 * Whether words that came at `at` can answer a question of safety the carrier took at `acceptedAt`; null: it has not
 * taken it yet.
 */
export function canAnswerSafety(acceptedAt: Instant | null, at: Instant): boolean {
  return acceptedAt !== null && later(acceptedAt, ANSWER_COUNTS_AFTER_MS) <= at;
}

/**
 * Everything a dialog may speak of, read from the record before the turn and handed in. A dialog that wants to
 * say something not in here may not say it.
 */
export interface Facts {
  readonly now: Instant;
  readonly timeZone: string;
  readonly service: string;
  readonly organisation: string;
  /** Null for an unknown number: nothing of anybody is said to them. */
  readonly youngPerson: {
    readonly firstName: string;
    readonly language: Language;
    readonly style: Style;
    readonly joined: boolean;
    readonly missing: boolean;
    readonly under13: boolean;
  } | null;
  readonly mentor: Named | null;
  readonly coordinator: Named | null;
  readonly lead: Named | null;
  readonly second: Named | null;
  /** Who leads tonight: by day often another than the lead of this hour. Null: nobody yet, or nobody to be named. */
  readonly nightLead: Pick<Named, 'id' | 'firstName'> | null;
  /** Who the mentor is withheld for; their name may not be used. */
  readonly notThem: readonly PractitionerId[];
  readonly night: boolean;
  readonly nightFrom: string;
  readonly nightTo: string;
  /** When hours of the mentor next begin: said as when they are in again. */
  readonly mentorNextAt: Instant | null;
  readonly nextVisitAt: Instant | null;
  readonly nextCheckInAt: Instant | null;
  readonly monitored: boolean;
  readonly concern: ConcernFacts | null;
  /** Set when this burst opened or raised a concern: the dialog answers it first. */
  readonly fresh: {
    readonly assessment: Assessment;
    readonly nature:
      | 'disclosure'
      | 'allegation'
      | 'missing-person-writes'
      | 'phone-not-theirs'
      | 'unknown-sender'
      | 'could-not-be-assessed'
      | 'picture-or-unread';
    /** The one said to cause harm: a first name only when the young person used it. */
    readonly accused: string | null;
    /** The accused could be any adult of ours, or the lead: name the one really told. */
    readonly teller: Named | null;
    readonly readBy: Instant | null;
    readonly mentorHearsAt: Instant | null;
  } | null;
  readonly limits: { readonly lastFullAt: Instant | null; readonly dueInFull: boolean };
  readonly lastGoal: string | null;
  readonly lastMood: number | null;
  readonly helpContacts: readonly { readonly name: string; readonly say: string }[];
  readonly stopped: boolean;
  /** Somebody else may hold the phone: nothing of the young person is said to it. */
  readonly phoneNotTheirs: boolean;
  readonly optOut: 'stop' | 'start' | 'help' | null;
  /** A check-in the service starts now, or null. */
  readonly checkInDue: { readonly id: string } | null;
  /** A check-in of these days asked for a number, and nothing has been said to it yet; absent: none did. */
  readonly moodAwaited?: boolean;
  /** The note of their last check-in has gone to its reader, and cannot be changed any more; absent: it has not. */
  readonly noteGone?: boolean;
  /** What a practitioner has chosen to have said now; absent: nothing. */
  readonly telling?: Telling | null;
  /** They join now, face to face with a practitioner: the limits are stated in full, and nothing is asked. */
  readonly joining?: boolean;
  /** It is time to ask how this was, at the end of a check-in; absent: it is not. */
  readonly howWasThisDue?: boolean;
}

/** One text the dialogs decided to say, filled and counted. */
export interface Say {
  readonly template: string;
  readonly templateVersion: number;
  readonly language: Language;
  /** Welsh asked for, English shipped. */
  readonly fellBack: boolean;
  readonly text: string;
  /** The neutral form for when the class is no longer allowed at sending; null = the text is held instead. */
  readonly neutralText: string | null;
  readonly class: OutgoingClass;
  readonly parts: number;
}

/** What a turn wants recorded; the acts do it in the transaction that saves the state. */
export type TurnWish =
  | {
      readonly wish: 'limits-shown';
      readonly form: 'full' | 'line';
      readonly template: string;
      readonly version: number;
    }
  | {
      readonly wish: 'commit';
      readonly what: CommitmentKind;
      readonly who: PractitionerId | null;
      readonly by: Instant;
    }
  | { readonly wish: 'check-in-started' }
  | { readonly wish: 'mood'; readonly mood: number }
  | { readonly wish: 'answer'; readonly answer: CheckInAnswer }
  | { readonly wish: 'keep-back'; readonly headings: readonly CheckInAnswer['heading'][] }
  | { readonly wish: 'check-in-finished' }
  | { readonly wish: 'how-was-this-asked' }
  | {
      readonly wish: 'how-was-this-answered';
      readonly question: HowWasThisQuestion;
      readonly answer: HowWasThisAnswer;
      readonly message: MessageId;
    }
  | { readonly wish: 'telling-answered'; readonly telling: Telling; readonly answer: TellingAnswer }
  | { readonly wish: 'safe-now-asked' }
  | { readonly wish: 'safe-now-answered'; readonly answer: 'yes' | 'no' | 'not-sure' }
  /** `quietly`: for whoever reads their words when next in; nobody is woken by it. `of`: that one, and nobody else. */
  | { readonly wish: 'person-asked-for'; readonly quietly?: true; readonly of?: PractitionerId }
  | { readonly wish: 'word-for-the-visit'; readonly words: string; readonly message: MessageId }
  /** `them`: the first name of whom they do not want told; null when it is taken back. */
  | { readonly wish: 'not-them'; readonly them: string | null }
  | { readonly wish: 'prefer'; readonly language?: Language; readonly style?: Style }
  /** A lone STOP or START that the carrier did not act on by itself. */
  | { readonly wish: 'stop-texts' }
  | { readonly wish: 'start-texts' }
  | { readonly wish: 'dialog-restarted'; readonly dialog: string };

/** What one turn of a conversation is given: the kept state, what was said, how it was judged, and the facts. */
export interface TurnInput {
  /** As `TurnResult.state` gave it, or null for a new conversation. Never mutated. */
  readonly state: unknown;
  readonly channel: Channel;
  /** Empty when the service speaks first (a check-in is due). */
  readonly burst: readonly Said[];
  readonly assessment: Assessment | null;
  readonly facts: Facts;
}

/** What one turn of a conversation gives back: the state to keep, what to say, and what to record. */
export interface TurnResult {
  readonly state: unknown;
  readonly say: readonly Say[];
  readonly wishes: readonly TurnWish[];
}

/** `conversation/` as the acts see it. A throw means nothing may be saved. */
export type Converse = (input: TurnInput) => Promise<TurnResult>;

/** Which question of the service waits in the state `Converse` gave, for words that came at `at`; null: none. */
export type QuestionOf = (state: unknown, at: Instant) => Question | null;
