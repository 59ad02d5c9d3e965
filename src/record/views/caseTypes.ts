/** Concerns, cases and threads as the staff pages read them: whole, and cut afterwards, as `types.ts` says. */
import type {
  Act,
  ActDone,
  About,
  Capacity,
  Case,
  CaseNature,
  Channel,
  Concern,
  ConcernId,
  Decision,
  DeliveryState,
  EventName,
  Instant,
  KeptAssessment,
  Kind,
  Level,
  LineId,
  MessageId,
  MessageKind,
  NoticeChannel,
  PractitionerId,
  Talk,
  YoungPersonId,
} from '../../vocabulary';

/** Somebody a notice was made for, and whether it was taken back. */
export interface Told {
  readonly practitioner: PractitionerId;
  readonly as: Capacity;
  readonly at: Instant;
  readonly withdrawnAt: Instant | null;
}

/** An act somebody pressed after their view had ended: it changes nothing, and they and the lead alone see it. */
export interface KeptApart {
  readonly pressed: Act | 'closed';
  readonly by: PractitionerId;
  readonly at: Instant;
}

/** How a concern stood when these practitioners were shut out of it: for them it stands so still. */
export interface FrozenView {
  readonly practitioners: readonly PractitionerId[];
  readonly stood: Pick<
    ConcernSummary,
    'level' | 'kinds' | 'holder' | 'clocks' | 'acts' | 'doNotRing' | 'doNotTellFamily'
  >;
}

/** A concern as a list shows it: no words. */
export interface ConcernSummary {
  readonly id: ConcernId;
  readonly line: LineId;
  /** Null for an unknown number. */
  readonly youngPerson: YoungPersonId | null;
  readonly nature: CaseNature;
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  /** Since when numbers over several check-ins are part of it, or all of it: they are of no kind. */
  readonly moodFellAt: Instant | null;
  /** When a person first read in it what the rules had not heard. */
  readonly foundByReadingAt: Instant | null;
  readonly openedAt: Instant;
  readonly reference: string;
  readonly holder: PractitionerId | null;
  readonly clocks: Case['clocks'];
  readonly acts: readonly ActDone[];
  /** People who are or could be meant, who are in conflict, or whom the young person asked not to tell. */
  readonly excluded: readonly PractitionerId[];
  readonly anyAdultMeant: boolean;
  /** They used the code word. */
  readonly doNotRing: boolean;
  /** Told, their family or community may be the danger. */
  readonly doNotTellFamily: boolean;
  readonly told: readonly Told[];
  /** Practitioners the lead recorded as those who may know of an allegation. */
  readonly mayKnow: readonly PractitionerId[];
  readonly keptApart: readonly KeptApart[];
  readonly frozen: readonly FrozenView[];
  /** `seq` of its first message on the line, and of its last. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly messages: readonly MessageId[];
  readonly closedAt: Instant | null;
}

/** The third worry of one kind in a few weeks was counted on this line, for the same person at risk. */
export interface RepeatedWorry {
  readonly line: LineId;
  readonly about: About;
  readonly kind: Kind;
  readonly at: Instant;
}

/** One text of a thread, whoever wrote it, in the order it was lived. */
export interface ThreadItem {
  readonly at: Instant;
  /** `service`: an approved template. `practitioner`: written, or chosen from approved words, by a named person. */
  readonly from: 'young-person' | 'service' | 'practitioner';
  readonly who: PractitionerId | null;
  readonly message: MessageId | null;
  readonly seq: number | null;
  readonly kind: MessageKind;
  readonly channel: Channel | NoticeChannel;
  readonly text: string;
  readonly keptBack: boolean;
  readonly unreadable: boolean;
  /** Where a text of ours has got to; null for what a young person wrote. */
  readonly state: DeliveryState | null;
  /** The concern a text of ours belongs to. */
  readonly concern: ConcernId | null;
}

/** One attempt to reach one practitioner, and what the carrier said of it. */
export interface NoticeSeen {
  readonly id: string;
  readonly practitioner: PractitionerId;
  readonly as: Capacity;
  readonly step: string;
  readonly attempt: number;
  readonly by: NoticeChannel;
  readonly madeAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Null when no delivery was written for it. */
  readonly state: DeliveryState | null;
}

/** A place of a concern in somebody's morning list, and what became of the text that carried the list. */
export interface DigestSeen {
  readonly practitioner: PractitionerId;
  readonly plannedAt: Instant;
  /** When the list goes. */
  readonly goesAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Null while it has not gone; then for good where it never will: nothing was left to read, or no way to them. */
  readonly sent: { readonly at: Instant; readonly by: NoticeChannel; readonly state: DeliveryState } | null;
}

/** An entry of the chain that belongs to one concern. */
export interface HistoryItem {
  readonly at: Instant;
  readonly name: EventName;
  readonly data: Readonly<Record<string, unknown>>;
}

export const VERDICTS = ['right', 'wrong', 'unclear'] as const;
/** What a person says of the machine's verdict. It feeds the review of rules and silences nothing. */
export type Verdict = (typeof VERDICTS)[number];

export interface VerdictMark {
  readonly by: PractitionerId;
  readonly at: Instant;
  /** `missed`: a reader found a disclosure where the rules did not. */
  readonly verdict: Verdict | 'missed';
  readonly note: string;
}

/** What a concern has asked of people: attempts to reach them, places in texts of the morning, and whether it was right. */
export interface LoadRow {
  readonly concern: ConcernSummary;
  readonly notices: readonly {
    readonly practitioner: PractitionerId;
    readonly by: NoticeChannel;
    readonly at: Instant;
  }[];
  /** `text` is the delivery that carried the list: several concerns may stand in one. */
  readonly digests: readonly { readonly practitioner: PractitionerId; readonly text: string; readonly at: Instant }[];
  readonly verdicts: readonly VerdictMark['verdict'][];
}

/** A message as the judge heard it: what came before, and what was said of it then. */
export interface JudgedMessage {
  readonly id: MessageId;
  /** Empty once its words have gone. */
  readonly text: string;
  readonly before: readonly string[];
  readonly assessments: readonly KeptAssessment[];
}

/** A mark that asks for the rules to be looked at, with the messages it speaks of. */
export interface MarkedVerdict {
  readonly mark: VerdictMark;
  readonly concern: Pick<ConcernSummary, 'id' | 'line' | 'youngPerson' | 'reference' | 'level' | 'excluded'>;
  readonly messages: readonly JudgedMessage[];
}

/** Everything of one concern. */
export interface CaseWhole {
  readonly summary: ConcernSummary;
  readonly unsureOfSafety: boolean;
  readonly thread: readonly ThreadItem[];
  readonly assessments: readonly KeptAssessment[];
  readonly notices: readonly NoticeSeen[];
  readonly digests: readonly DigestSeen[];
  readonly decisions: readonly Decision[];
  /** In the order they were noted. */
  readonly talks: readonly Talk[];
  readonly closed: Concern['closed'];
  readonly history: readonly HistoryItem[];
  readonly marks: readonly VerdictMark[];
}

/** The names of those who are on the roster no more, for as long as they are kept. */
export interface Leavers {
  readonly practitioners: ReadonlyMap<PractitionerId, string>;
  readonly youngPeople: ReadonlyMap<YoungPersonId, string>;
}

/** Where somebody's view of a line ends: before this message, as everything stood at this moment. */
export interface ViewEnd {
  readonly line: LineId;
  readonly beforeSeq: number;
  readonly at: Instant;
}

/** An opened glass: a person read beyond their own young people, with a reason, for a short while. */
export interface BrokenGlass {
  readonly practitioner: PractitionerId;
  readonly youngPerson: YoungPersonId;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
}
