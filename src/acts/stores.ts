/** What the record keeps, store by store, as the acts see it. All of them are bound to one transaction. */
import type {
  CheckIn,
  CheckInAnswer,
  Commitment,
  Concern,
  ConcernId,
  Decision,
  Delivery,
  DeliveryId,
  EarlierWords,
  Errand,
  ErrandKind,
  Event,
  EventName,
  Instant,
  KeptAsking,
  KeptAssessment,
  Level,
  Line,
  LineId,
  Message,
  MessageId,
  MissedMark,
  Note,
  Notice,
  NoticeChannel,
  PractitionerId,
  Receipt,
  Roster,
  Sender,
  Talk,
  YoungPerson,
  YoungPersonId,
} from '../vocabulary';
import type { RetentionStore } from './retentionStore';

/** Every store, bound to one transaction. */
export interface Stores {
  readonly lines: LineStore;
  readonly messages: MessageStore;
  readonly roster: RosterStore;
  readonly concerns: ConcernStore;
  readonly notices: NoticeStore;
  readonly deliveries: DeliveryStore;
  readonly commitments: CommitmentStore;
  readonly checkIns: CheckInStore;
  readonly notes: NoteStore;
  readonly errands: ErrandStore;
  readonly events: EventStore;
  readonly staffReplies: StaffReplyStore;
  readonly pins: PinStore;
  readonly readings: ReadingStore;
  readonly retention: RetentionStore;
  /** Runs `work` under a savepoint: when it throws, what it wrote is undone, what stood before stays. */
  savepoint<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>;
}

export interface LineStore {
  /** Finds or makes the sender's line and locks its row (`for update`) until the transaction ends. */
  lockFor(sender: Sender, now: Instant, newId: string): Promise<Line>;
  /** The line of a young person on the roster with this number, locked; null when they have none, or nobody has it. */
  lockByPhone(phone: string): Promise<Line | null>;
  lock(id: LineId): Promise<Line>;
  exists(id: LineId): Promise<boolean>;
  /** Reads without a lock: for asking, never for saving. */
  read(id: LineId): Promise<Line>;
  /** Null of a delivery to a practitioner. */
  readOfDelivery(id: DeliveryId): Promise<Line | null>;
  /** The line of a young person, unlocked; null when they have never been written to. */
  findOf(youngPerson: YoungPersonId): Promise<Line | null>;
  lockOf(youngPerson: YoungPersonId, now: Instant, newId: string): Promise<Line>;
  save(line: Line): Promise<void>;
}

export interface MessageStore {
  /** Keeps an incoming message under the line's lock. `fresh` is false when the provider id is already kept. */
  keep(message: Message): Promise<{ readonly message: Message; readonly fresh: boolean }>;
  get(id: MessageId): Promise<Message | null>;
  /** In order of `seq`, those after `seq`. */
  after(line: LineId, seq: number): Promise<readonly Message[]>;
  /** What was kept since the line was last answered, in the order it came. */
  unanswered(line: LineId): Promise<readonly Message[]>;
  /**
   * In the order they came, those received at or after `since` and before this message: by when each reached a door of ours;
   * what one millisecond brought, by `seq`.
   */
  since(line: LineId, since: Instant, before: Pick<Message, 'receivedAt' | 'seq'>): Promise<readonly EarlierWords[]>;
  /** The same to the last, whole. */
  allSince(line: LineId, since: Instant): Promise<readonly Message[]>;
  /** Marks the message as left with a human. */
  markUnreadable(id: MessageId): Promise<void>;
  markKeptBack(ids: readonly MessageId[]): Promise<void>;
  assess(assessment: KeptAssessment): Promise<void>;
  assessmentsSince(line: LineId, since: Instant): Promise<readonly KeptAssessment[]>;
}

export interface RosterStore {
  /** Everybody and every duty. Cheap: cached by the version row, which every change of a person or shift moves. */
  snapshot(): Promise<Roster>;
  /** Changes one young person (style, language, missing, joined...); moves the version. */
  saveYoungPerson(person: YoungPerson): Promise<void>;
  /** Writes a whole roster, as `import` does; moves the version. */
  replace(roster: Roster): Promise<void>;
  proveChannel(practitioner: PractitionerId, channel: NoticeChannel, at: Instant): Promise<void>;
  optOut(practitioner: PractitionerId, at: Instant | null): Promise<void>;
  /** The practitioner with this number, E.164; null when nobody has it. */
  practitionerByPhone(phone: string): Promise<PractitionerId | null>;
}

/** The four numbers by which a practitioner proves on a call that it is they. */
export interface PinStore {
  set(practitioner: PractitionerId, pin: string): Promise<void>;
  /** Whether they have set any: without them a call takes nothing on. */
  isSet(practitioner: PractitionerId): Promise<boolean>;
  /**
   * False when they have set none, and after five wrong tries within a quarter of an hour, right or not. A wrong one
   * is counted. Compared in constant time.
   */
  is(practitioner: PractitionerId, pin: string, now: Instant): Promise<boolean>;
}

export interface ConcernStore {
  add(concern: Concern): Promise<void>;
  save(concern: Concern): Promise<void>;
  get(id: ConcernId): Promise<Concern | null>;
  /** Locks the concern's line first, then reads the concern; null when there is none. */
  lock(id: ConcernId): Promise<{ readonly concern: Concern; readonly line: Line } | null>;
  openOf(line: LineId): Promise<readonly Concern[]>;
  /** All of a line, closed ones too, newest first. */
  allOf(line: LineId): Promise<readonly Concern[]>;
  openHeldOrToldTo(practitioner: PractitionerId): Promise<readonly Concern[]>;
  /** Every open concern that is a worry and no more, longest open first. */
  openWorries(): Promise<readonly Concern[]>;
  decide(decision: Decision): Promise<void>;
  /** What a young person told a practitioner outside the thread. */
  noteTalk(talk: Talk): Promise<void>;
  /** A reader found in `message` what the rules did not: kept beside the marks on verdicts, for the review of rules. */
  markMissed(missed: MissedMark): Promise<void>;
}

export interface NoticeStore {
  /** False when (concern, step, practitioner, by, attempt) is already there: idempotent. */
  add(notice: Notice): Promise<boolean>;
  of(concern: ConcernId): Promise<readonly Notice[]>;
  get(id: string): Promise<Notice | null>;
  /** The practitioner's notice with this code whose concern is open; null when the code means nothing to them. */
  byCode(practitioner: PractitionerId, code: string): Promise<Notice | null>;
  latestCodeOf(practitioner: PractitionerId): Promise<string | null>;
  /** The codes of what is open and was put before them, the last told first. */
  waitingCodesOf(practitioner: PractitionerId): Promise<readonly string[]>;
  /** Whether this code ever was theirs: closed by now, or taken back. */
  hadCode(practitioner: PractitionerId, code: string): Promise<boolean>;
  codeOf(practitioner: PractitionerId, concern: ConcernId): Promise<string | null>;
  withdraw(concern: ConcernId, practitioner: PractitionerId, at: Instant): Promise<readonly DeliveryId[]>;
}

export interface DeliveryStore {
  /** Writes it after all others of its addressee. */
  add(delivery: Omit<Delivery, 'order'>): Promise<void>;
  save(delivery: Delivery): Promise<void>;
  /**
   * Locks the line it belongs to (its own or its concern's, if it has any) as every act does first, then the delivery's
   * own row, and reads that. Null: another worker has it, or there is none.
   */
  lock(id: DeliveryId): Promise<Delivery | null>;
  get(id: DeliveryId): Promise<Delivery | null>;
  /**
   * True while an earlier delivery of the same line and channel is on its way. One that is held for a safe hour keeps
   * nobody waiting: an answer to their own text does not wait for the morning.
   */
  mustWaitForEarlier(id: DeliveryId, now: Instant): Promise<boolean>;
  /** Deliveries of a line created at or after `since`, in order. */
  ofLine(line: LineId, since: Instant): Promise<readonly Delivery[]>;
  ofNotice(notice: string): Promise<readonly Delivery[]>;
  /** False when this receipt (sid, rank) has been seen, or a higher rank has: nothing changes then. */
  noteReceipt(receipt: Receipt, rank: number): Promise<boolean>;
}

export interface CommitmentStore {
  /** False when the same commitment is already there. */
  add(commitment: Commitment): Promise<boolean>;
  save(commitment: Commitment): Promise<void>;
  get(id: string): Promise<Commitment | null>;
  openOf(line: LineId): Promise<readonly Commitment[]>;
}

export interface CheckInStore {
  /** False when this person's date and slot already has one. */
  start(checkIn: CheckIn): Promise<boolean>;
  save(checkIn: CheckIn): Promise<void>;
  get(id: string): Promise<CheckIn | null>;
  latestOf(youngPerson: YoungPersonId, limit: number): Promise<readonly CheckIn[]>;
  addAnswer(checkIn: string, answer: CheckInAnswer): Promise<void>;
}

export interface NoteStore {
  /** False when this check-in already has its note. */
  add(note: Note): Promise<boolean>;
  get(id: string): Promise<Note | null>;
}

export interface ErrandStore {
  /** False when (kind, subject) is already waiting: idempotent. */
  add(errand: Errand): Promise<boolean>;
  get(id: string): Promise<Errand | null>;
  /** What errands of this kind wait for: their subjects. */
  waitingFor(kind: ErrandKind): Promise<readonly string[]>;
  /** Reads and locks one; null when done or another worker has it. */
  lock(id: string): Promise<Errand | null>;
  done(id: string, at: Instant): Promise<void>;
  postpone(id: string, dueAt: Instant): Promise<void>;
  /** Takes back every waiting errand of this kind and subject. */
  cancel(kind: ErrandKind, subject: string, at: Instant): Promise<void>;
}

/** What practitioners text that is no reply code: kept, assessed, shown to the lead. */
export interface StaffReplyStore {
  /** False when the provider id is already kept. */
  keep(reply: {
    readonly id: string;
    readonly practitioner: PractitionerId;
    readonly providerId: string;
    readonly text: string;
    readonly level: Level;
    readonly understood: boolean;
    readonly receivedAt: Instant;
  }): Promise<boolean>;
}

/** What a language model answered, once for each subject and reader version. */
export interface ReadingStore {
  /** False when this version has been asked about this already. */
  add(asking: KeptAsking): Promise<boolean>;
  get(what: KeptAsking['what'], subject: string, version: string): Promise<KeptAsking | null>;
}

export interface EventStore {
  /** Adds to the line's hash chain (or the organisation's own, for line null). */
  append(event: Event): Promise<void>;
  /** The newest event of this name on a line (null: the organisation) whose data holds all of `having`, or null. */
  latest(line: LineId | null, name: EventName, having?: Event['data']): Promise<Event | null>;
}
