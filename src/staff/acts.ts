/**
 * What a page can do, met by shape in `src/app/`: the acts of the house, each one transaction, each deciding for itself
 * again.
 */
import type {
  Carer,
  ConcernId,
  Decision,
  Instant,
  LocalDate,
  MessageId,
  PractitionerId,
  ReferralReply,
  ReturnTalkOutcome,
  Talk,
  TellingKind,
  WritingReason,
  YoungPerson,
  YoungPersonId,
} from '../vocabulary';

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
  | 'not-missing'
  | 'missing-already'
  | 'no-talk-open'
  | 'joined-already'
  | 'too-young'
  | 'too-old'
  | 'carer-must-know';

/** What an act says: refused with its reason, or anything else, and then it is done. */
export type ActResult =
  { readonly result: 'recorded' | 'closed' } | { readonly result: 'refused'; readonly why: Refusal };

/** What a practitioner has said; `at` is when somebody speaks with the young person, where a moment is named. */
export interface TellingAsked {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly what: TellingKind;
  readonly at: Instant | null;
}

/** What a young person and a practitioner agreed, sitting together. */
export interface JoinedTogether extends Pick<YoungPerson, 'safeHours' | 'secondSafeWay' | 'checkWord' | 'codeWord'> {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  readonly dateOfBirth: LocalDate;
  readonly carers: readonly Carer[];
  /** How the young person understands what stays and what goes further, in the practitioner's words. */
  readonly understanding: string;
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
  /** How those it was referred to have answered: it is not chased any more. */
  recordReferralReply(what: {
    readonly concern: ConcernId;
    readonly by: PractitionerId;
    readonly reply: ReferralReply;
  }): Promise<ActResult>;
  /** The follow-up in writing has been sent: nobody is reminded of it any more. */
  recordFollowUp(what: { readonly concern: ConcernId; readonly by: PractitionerId }): Promise<ActResult>;
  /** What a young person told them outside the thread: they have been heard, and nothing is lowered by it. */
  noteTalk(talk: Omit<Talk, 'notedAt' | 'apart'>): Promise<ActResult>;
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
  /** What was agreed face to face: they have joined, and the limits go to their phone. */
  join(what: JoinedTogether): Promise<ActResult>;
  /** The statement of limits as it is true for them now, to be read together. */
  wordsOfJoining(what: { readonly youngPerson: YoungPersonId }): Promise<readonly string[]>;
  /** Somebody has seen or spoken with a young person marked missing, who is back: a talk is offered to them. */
  confirmReturn(what: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId }): Promise<ActResult>;
  /** Nobody knows where they are: whatever they write from now on is the lead's. */
  markMissing(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
    readonly since: Instant;
  }): Promise<ActResult>;
  /** How the offer of a talk went after they came back. */
  recordReturnTalk(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
    readonly outcome: ReturnTalkOutcome;
  }): Promise<ActResult>;
  /** The young person has their phone again, and somebody knows it from them: texts may go to it. */
  giveBackPhone(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
    readonly how: 'face-to-face' | 'second-safe-way';
  }): Promise<ActResult>;
  /** A new way into the web chat, to be handed over: good once, until `until`. */
  giveWebLink(what: {
    readonly youngPerson: YoungPersonId;
    readonly by: PractitionerId;
  }): Promise<
    | { readonly result: 'link'; readonly url: string; readonly until: Instant }
    | { readonly result: 'refused'; readonly why: Refusal }
  >;
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
