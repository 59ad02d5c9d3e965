import type { Assessment, Kind, Level, About } from './concerns';
import type { NoticeChannel } from './delivery';
import type { Capacity, Case, CaseNature, ConcernId, NoticeId } from './escalation';
import type { LineId, MessageId } from './messages';
import type { LocalDate, Instant } from './time';
import type { PractitionerId, YoungPersonId } from './people';

/** The record a human must take up. */
export interface Concern {
  readonly id: ConcernId;
  readonly line: LineId;
  readonly youngPerson: YoungPersonId | null;
  readonly nature: CaseNature;
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  readonly openedAt: Instant;
  /** The messages that belong to it, in order. */
  readonly messages: readonly MessageId[];
  /** Short reference used in notices and reply codes ("K7R"). */
  readonly reference: string;
  readonly case: Case;
  /** Adults of the service who are or could be meant: no step, page, digest or list ever shows them this concern. */
  readonly hiddenFrom: readonly PractitionerId[];
  /** The question "safe now?" as it stands; `delivery` is the text that asked it. Null when it was not asked. */
  readonly safeNow: {
    readonly askedAt: Instant;
    readonly delivery: string;
    readonly answer: 'yes' | 'no' | 'not-sure' | 'silence' | null;
  } | null;
  readonly closed: {
    readonly at: Instant;
    readonly by: PractitionerId;
    readonly outcome: string;
    readonly reason: string;
    readonly toldYoungPerson: string;
  } | null;
}

/** A reader's mark on a message that holds a disclosure the rules did not see; the concern was raised by it. */
export interface MissedMark {
  readonly concern: ConcernId;
  readonly message: MessageId;
  readonly by: PractitionerId;
  readonly at: Instant;
  /** What the reader sees in it. */
  readonly note: string;
}

/** The lead's decision: referred to whom, or not and why; and what the young person was told. */
export interface Decision {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly at: Instant;
  readonly referred: boolean;
  readonly to: string | null;
  readonly reference: string | null;
  readonly reason: string;
  readonly toldYoungPerson: 'yes' | 'no';
  readonly whyNotTold: string | null;
  /** How a referral was made; absent when not referred. */
  readonly referral?: Referral | null;
}

/** A referral as it was made, with what the duty to notify child sexual abuse asks to be kept. */
export interface Referral {
  /** Who rang or wrote. */
  readonly by: PractitionerId;
  readonly madeAt: Instant;
  /** The written follow-up: sent, or the moment by which it is owed. */
  readonly written: { readonly sent: true } | { readonly sent: false; readonly dueAt: Instant };
  /** Who first became aware, and when. */
  readonly awareBy: PractitionerId;
  readonly awareAt: Instant;
  /** Why it was not made at once; null when it was. */
  readonly reasonForDelay: string | null;
}

/** How those a concern was referred to have answered: they act on it, they do not, or they want to know more first. */
export const REFERRAL_REPLIES = ['they-act', 'they-do-not', 'they-ask-more'] as const;
export type ReferralReply = (typeof REFERRAL_REPLIES)[number];

/** One attempt to reach one practitioner, as it was made. */
export interface Notice {
  readonly id: NoticeId;
  readonly concern: ConcernId;
  readonly practitioner: PractitionerId;
  readonly as: Capacity;
  readonly step: string;
  readonly attempt: number;
  readonly by: NoticeChannel;
  /** What the practitioner replies with; unique among the open notices of that practitioner. */
  readonly code: string;
  readonly madeAt: Instant;
  readonly withdrawnAt: Instant | null;
}

/** A kept assessment: of one message, or of a joined burst (then `message` is its last one). */
export interface KeptAssessment extends Assessment {
  readonly message: MessageId;
  readonly of: 'message' | 'burst';
  readonly by: 'rules' | 'reader';
  readonly at: Instant;
}

/**
 * What may be promised: to read, to tell a practitioner, to text, to ring one; `will-speak`, that a named person speaks
 * with the young person themselves; and `may-read`, that nobody reads before that hour: after it they wait for somebody.
 */
export const COMMITMENT_KINDS = ['will-read', 'will-tell', 'will-text', 'will-ring', 'will-speak', 'may-read'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/**
 * Why nobody is late any more for what was promised: the young person called it off, texts have ended, a human closed
 * the concern, its words were read before the call went through, or whoever was to hear is left out of it by now.
 */
export const LET_GO_REASONS = ['called-off', 'texts-ended', 'concern-closed', 'words-read', 'left-out'] as const;
export type LetGoReason = (typeof LET_GO_REASONS)[number];

/** A thing the service said would happen, watched until it has or is admitted. */
export interface Commitment {
  readonly id: string;
  readonly line: LineId;
  readonly concern: ConcernId | null;
  readonly what: CommitmentKind;
  readonly who: PractitionerId | null;
  readonly dueAt: Instant;
  readonly keptAt: Instant | null;
  readonly admittedAt: Instant | null;
}

/** One check-in: an agreed day and slot, or asked for. Answers are the young person's own words. */
export interface CheckIn {
  readonly id: string;
  readonly youngPerson: YoungPersonId;
  readonly date: LocalDate;
  /** The roster's slot ("17:00"), or how it came about otherwise ("asked ...", "now ..."). */
  readonly slot: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly mood: number | null;
  readonly answers: readonly CheckInAnswer[];
}

/** What a young person said under one heading of a check-in. Kept back: their mentor sees neither it nor that it is there. */
export interface CheckInAnswer {
  /** `goal`: the small step named now; `last-goal`: how the step named last time went. */
  readonly heading: 'going-well' | 'not-going-well' | 'would-like-to-change' | 'last-goal' | 'goal' | 'for-the-visit';
  readonly words: string;
  readonly message: MessageId;
  readonly keptBack: boolean;
}

/** The mentor's short honest note of a check-in. */
export interface Note {
  readonly id: string;
  readonly checkIn: string;
  readonly youngPerson: YoungPersonId;
  readonly to: PractitionerId;
  readonly text: string;
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
}

/** Something the service itself must do at a moment, for one line or one practitioner. Unique by (kind, subject). */
export interface Errand {
  readonly id: string;
  readonly kind: ErrandKind;
  /** What it is about: a young person id, a concern id, a check-in id..., by kind; never words. */
  readonly subject: string;
  readonly line: LineId | null;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
}

export const ERRAND_KINDS = [
  'check-in',
  'note',
  'digest',
  'safe-now-silence',
  'commitment-due',
  'told-or-why-not',
  'referral-reply',
  'written-follow-up',
  'human-check-of-not-them',
  'return-talk',
  'roster-watch',
  'human-gone',
  'people-watch',
  'contact-watch',
  'weekly-list',
  'look-for-outlived',
  'destroy-words',
  'reader',
  'note-draft',
] as const;
export type ErrandKind = (typeof ERRAND_KINDS)[number];

/**
 * One piece of work whose moment has come. The id is a line's, a concern's, a delivery's (a `notice` goes to a
 * practitioner, a `delivery` to a young person) or an errand's.
 */
export interface DueWork {
  readonly kind: 'turn' | 'concern' | 'notice' | 'delivery' | 'errand';
  readonly id: string;
  readonly line: LineId | null;
  readonly dueAt: Instant;
}
