/**
 * What the acts need of the world, met by shape in `src/app/`. Everything that touches a database, a provider, a
 * disk or a clock stands behind one of these.
 */
import type {
  Asked,
  CitedSentence,
  DeliveryId,
  DueWork,
  Erasure,
  IncomingMessage,
  Instant,
  Level,
  Reading,
  Roster,
  SendResult,
  Sender,
  ToDraft,
  ToRead,
} from '../vocabulary';
import type { Stores } from './stores';

/** The clock of the process. Rehearsal moves it; nothing else reads the time. */
export interface Clock {
  now(): Instant;
}

/** Ids and codes. Seeded in rehearsal. */
export interface Ids {
  /** A UUIDv7 at the clock's moment. */
  next(): string;
  /** A short reference without look-alike letters ("K7R"). */
  code(): string;
}

/** Ids and levels only: never words, names, numbers. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, said: string): void;
  warn(fields: Readonly<Record<string, unknown>>, said: string): void;
  error(fields: Readonly<Record<string, unknown>>, said: string): void;
}

/** The record: one transaction at a time by its own client; serialization failures are tried three times. */
export interface RecordPort {
  /** Runs `work` in one read-committed transaction. Nothing but the given stores may be used inside. */
  transaction<T>(work: (tx: Stores) => Promise<T>, options?: { readonly timeoutMs?: number }): Promise<T>;
  /** What is due by `now`, oldest first, read without locks. */
  due(now: Instant, limit: number): Promise<readonly DueWork[]>;
  /** The earliest moment anything is due; null when nothing is. Rehearsal moves its clock there. */
  nextDueAt(): Promise<Instant | null>;
}

/** Sends one thing to one address. `delivery` goes into the status address, so that a receipt proves acceptance. */
export interface Carrier {
  sendSms(what: { readonly delivery: DeliveryId; readonly to: string; readonly text: string }): Promise<SendResult>;
  /** Rings and speaks; keys come back to our voice webhook with the delivery's id. */
  ring(what: { readonly delivery: DeliveryId; readonly to: string; readonly text: string }): Promise<SendResult>;
  sendEmail(what: {
    readonly delivery: DeliveryId;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<SendResult>;
  /** The carrier's own list: the sid of this delivery if it took it, null when it has none. */
  findSms(what: {
    readonly delivery: DeliveryId;
    readonly to: string;
    readonly text: string;
    readonly since: Instant;
  }): Promise<string | null>;
}

/**
 * An approved language model. It is asked outside any transaction, answers within seconds or not at all, and never
 * throws: off, slow, wrong or refusing, what the rules said stands.
 */
export interface Reader {
  /** Model and prompt, pinned: another one is another reader. */
  readonly version: string;
  read(message: ToRead): Promise<Asked<Reading>>;
  draft(checkIn: ToDraft): Promise<Asked<readonly CitedSentence[]>>;
}

/** Hurries what the rows already say is due. Losing every nudge costs half a second, nothing else. */
export interface Nudge {
  (work: { readonly kind: DueWork['kind']; readonly id: string; readonly afterMs?: number }): void;
}

/** Sealed requests on disk while the record is away. */
export interface Spool {
  /** Writes and fsyncs file and folder; throws when the disk refuses. `level`: what it was judged alone. */
  keep(message: IncomingMessage, answered: string | null, level?: Level | null): Promise<{ readonly file: string }>;
  /** What waits, in the order it came. Asked before every message that is received: cheap. */
  list(): Promise<readonly Spooled[]>;
  /** Null when it is there no more: it has been received since. */
  read(file: string): Promise<{ readonly message: IncomingMessage; readonly answered: string | null } | null>;
  remove(file: string): Promise<void>;
}

/** One message that waits on disk. `level` null: nobody has judged it. */
export interface Spooled {
  readonly file: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  readonly level: Level | null;
}

/** Runs work of one key in the order it was asked for, one piece at a time; keys do not wait for each other. */
export interface InTurn {
  <T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** What was destroyed, on a disk that outlives the record: a backup put back must not bring it back. */
export interface Erasures {
  /** On the disk when it returns; throws when the disk refuses, and then nothing is destroyed. */
  note(erasure: Erasure): Promise<void>;
}

/** The last roster, sealed on disk, so that the lead can still be paged while the record is away. */
export interface RosterCopy {
  keep(roster: Roster): Promise<void>;
  last(): Promise<Roster | null>;
}
