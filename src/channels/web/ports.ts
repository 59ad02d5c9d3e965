/**
 * What web chat needs of the house, met by shape in `src/app/`.
 *
 * A *link* is a personal address, good once. Opening it starts a *session* on that device. A session is *live* for
 * fifteen idle minutes at a time: what was said is on the page only while it is. The *thread* is what a page shows.
 */
import type { Keys } from '../../keys';
import type {
  DeliveryId,
  IncomingMessage,
  Instant,
  Language,
  LineId,
  PageWords,
  YoungPersonId,
} from '../../vocabulary';

/** One device of one young person. The id is also the Direct Line conversation: it says nothing about anybody. */
export interface WebSession {
  readonly id: string;
  readonly youngPerson: YoungPersonId;
  /** Start of what this page may show. */
  readonly liveSince: Instant;
  /** The last thing the young person did; the page goes blank fifteen minutes after it. */
  readonly activeAt: Instant;
  /** When the check word was last given; it counts for the live stretch it was given in. */
  readonly checkedAt: Instant | null;
}

/** Links and sessions. Tokens are random, shown once and kept as keyed hashes. */
export interface WebSessions {
  issueLink(what: {
    readonly youngPerson: YoungPersonId;
    readonly now: Instant;
    readonly expiresAt: Instant;
  }): Promise<{
    readonly token: string;
  }>;
  /**
   * Uses the link up and opens a session, live from `now`. Earlier sessions of the same young person end: a new link
   * is what is asked for when the old device is in other hands. Null when used, expired or unknown.
   */
  exchangeLink(token: string, now: Instant): Promise<WebSession | null>;
  /** Null when ended or unknown. */
  find(id: string): Promise<WebSession | null>;
  /** Saves the live stretch. A session that has ended stays ended. */
  save(session: WebSession): Promise<void>;
  end(id: string, now: Instant): Promise<void>;
}

/** One thing said, as the page shows it. */
export interface ThreadEntry {
  /** The same on every read: how a page knows what it already shows. */
  readonly id: string;
  readonly from: 'young-person' | 'service';
  readonly text: string;
  readonly at: Instant;
  /** What the page called its own message before it was kept. */
  readonly clientId: string | null;
  /** The delivery that has not been on any page yet. */
  readonly toShow: DeliveryId | null;
}

export interface ThreadPart {
  /** Null until the first message makes the line. */
  readonly line: LineId | null;
  readonly entries: readonly ThreadEntry[];
  /** Opaque; handed back, it gives what came after these entries. */
  readonly watermark: string;
}

/**
 * The part of a line that web chat may show: own web messages and web deliveries, none older than `liveSince`. What is
 * first shown more than ten minutes after it was said comes in its neutral form, as a late text would.
 */
export interface WebThread {
  since(what: {
    readonly youngPerson: YoungPersonId;
    readonly liveSince: Instant;
    /** Null or unreadable: from the start of the live stretch. */
    readonly watermark: string | null;
    readonly now: Instant;
  }): Promise<ThreadPart>;
  /** The first thing we said before `liveSince` that has not been on any page; null when there is none. */
  waitingSince(what: {
    readonly youngPerson: YoungPersonId;
    readonly liveSince: Instant;
    readonly now: Instant;
  }): Promise<Instant | null>;
  /** These have been put on a page. */
  noteShown(deliveries: readonly DeliveryId[], now: Instant): Promise<void>;
}

/** Signing and sealing, as `keys` does them. */
export type WebKeys = Pick<Keys, 'sign' | 'verify' | 'seal' | 'open'>;

/** What the page must know of the young person; null when they are no longer on the roster. */
export type WebPersonOf = (youngPerson: YoungPersonId) => Promise<{
  readonly language: Language;
  readonly checkWord: string | null;
} | null>;

/** Counts one try; false when `key` has had its tries in this window. */
export type RateLimit = (key: string, rate: { readonly atMost: number; readonly perMs: number }) => Promise<boolean>;

/**
 * Returns once the message is safely kept: in the record, or (`spooled`) sealed on disk while the record is away.
 * Throws when neither could be done.
 */
export type WebReceive = (message: IncomingMessage) => Promise<{ readonly received: 'kept' | 'again' | 'spooled' }>;

/** Hears that a line has something new; the returned function stops listening. */
export type ListenForNews = (line: LineId | 'all', listener: (line: LineId) => void) => () => void;

/** Ids and levels only. */
export interface WebLog {
  warn(fields: Readonly<Record<string, unknown>>, said: string): void;
  error(fields: Readonly<Record<string, unknown>>, said: string): void;
}

/** Everything `createWebRouter` is given. */
export interface WebDoor {
  /** The service as the world sees it, without a slash at its end. */
  readonly publicUrl: string;
  /** Where Exit this page leads: a busy, neutral site that says nothing about who went there. */
  readonly exitUrl: string;
  /** Where staff sign in. */
  readonly signInUrl: string;
  /** The service's number for texts, as a person would type it: where to go when this page cannot send. */
  readonly textNumber: string;
  readonly clock: { now(): Instant };
  readonly newId: () => string;
  readonly words: Readonly<Record<Language, PageWords>>;
  readonly sessions: WebSessions;
  readonly thread: WebThread;
  readonly keys: WebKeys;
  readonly personOf: WebPersonOf;
  readonly rateLimit: RateLimit;
  readonly receive: WebReceive;
  readonly listenForNews: ListenForNews;
  readonly log: WebLog;
}
