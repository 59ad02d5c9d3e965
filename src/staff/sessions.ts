import type { Instant, Milliseconds, PractitionerId } from '../vocabulary';

/** A signed-in, or half signed-in, practitioner. */
export interface StaffSession {
  readonly practitioner: PractitionerId;
  /** `link`: came by a one-time link and still owes the second factor. `full`: may read. */
  readonly trust: 'link' | 'full';
  /** Goes into every form of this session. */
  readonly formToken: string;
}

/** One try of a second factor. */
export type TryId = string;

/** Links, sessions and second-factor secrets. Tokens are random, shown once, kept as hashes. */
export interface SessionStore {
  /** Whose a link is, without using it up; null when used, expired or unknown. */
  lookAtLink(token: string, now: Instant): Promise<PractitionerId | null>;
  /** Uses a link up, once; null as above. */
  useLink(token: string, now: Instant): Promise<PractitionerId | null>;
  /** Practice only: the practitioner a standing practice link stands for. */
  practiceLink(token: string, now: Instant): Promise<PractitionerId | null>;
  /** Starts a session; the token goes into the cookie and nowhere else. */
  open(what: {
    readonly practitioner: PractitionerId;
    readonly trust: StaffSession['trust'];
    readonly now: Instant;
  }): Promise<{ readonly token: string }>;
  /** The session, its idle clock wound up again; null when closed, idle longer than `idleMs` or older than `wholeMs`. */
  find(
    token: string,
    now: Instant,
    limits: { readonly idleMs: Milliseconds; readonly wholeMs: Milliseconds },
  ): Promise<StaffSession | null>;
  close(token: string, now: Instant): Promise<void>;
  closeAllOf(practitioner: PractitionerId, now: Instant): Promise<void>;
  /** The enrolled secret; null before enrolment. */
  secretOf(practitioner: PractitionerId): Promise<string | null>;
  /** Keeps a secret its owner has just proven to hold; a secret already there stays. */
  enrol(practitioner: PractitionerId, secret: string, now: Instant): Promise<void>;
  /** False when this time step, or a later one, was used before: a code works once. */
  useStep(practitioner: PractitionerId, step: number): Promise<boolean>;
  /** Writes a try down, before its code is looked at: it counts as wrong until it is taken back. */
  noteTry(practitioner: PractitionerId, now: Instant): Promise<TryId>;
  /** The code was right, or was not looked at. */
  takeBackTry(id: TryId): Promise<void>;
  /** How many tries there were at or after `since`, without those taken back. */
  triesOf(practitioner: PractitionerId, since: Instant): Promise<number>;
}
