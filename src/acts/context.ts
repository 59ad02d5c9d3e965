import type { Pathways } from '../escalation';
import type { RetentionTerms } from '../retention';
import type { AgeRules, QuestionOf, Assess, Converse, Instant, Roster } from '../vocabulary';
import type { Wording } from '../wording';
import type { Carrier, Clock, Erasures, Ids, InTurn, Log, Nudge, Reader, RecordPort, RosterCopy, Spool } from './ports';

/** A crisis or local contact as `escalation-rules/contacts/` holds it, already checked for expiry by the loader. */
export interface HelpContact {
  readonly name: string;
  /** How it is said in a text ("Childline 0800 1111"). */
  readonly say: string;
}

/** How long words wait for quiet before they are answered. */
export interface BurstRules {
  readonly smsQuietMs: number;
  readonly webQuietMs: number;
  readonly longestMs: number;
}

/** Everything an act may use. Built once, in `app/service/createService.ts`. */
export interface ActContext {
  readonly record: RecordPort;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly assess: Assess;
  readonly pathways: Pathways;
  /** What the age of a young person changes. */
  readonly ages: AgeRules;
  readonly converse: Converse;
  readonly questionOf: QuestionOf;
  readonly wording: Wording;
  /** How long words are kept; null: nobody has approved any terms, and nothing is destroyed. */
  readonly retention: RetentionTerms | null;
  /** What is destroyed is noted outside the record too. */
  readonly erasures: Erasures;
  /** A language model; null: none is configured. Question only while the roster holds an approval. */
  readonly reader: Reader | null;
  readonly carrier: Carrier;
  /** Turns only: what is to be sent is hurried by what was committed (decision 0002). */
  readonly nudge: Nudge;
  readonly spool: Spool;
  /** What one sender writes goes through this process one after the other. */
  readonly inTurn: InTurn;
  readonly rosterCopy: RosterCopy;
  readonly burst: BurstRules;
  /** How the service names itself in a text. */
  readonly serviceName: string;
  /** Contacts that are open at `now`, at most three. */
  readonly helpContacts: (roster: Roster, now: Instant) => readonly HelpContact[];
  /** Ids of numbers for young people whose check has run out: they are given to nobody. */
  readonly expiredContacts: (now: Instant) => readonly string[];
  /** The address of a concern's page, for a notice. Holds the reference only. */
  readonly concernLink: (reference: string) => string;
  readonly caseloadLink: () => string;
  /** Where the lead reads what a colleague texted that was no reply code. */
  readonly colleaguesLink: () => string;
  readonly rotaLink: () => string;
  /** The duty lead's list of the week. */
  readonly weeklyLink: () => string;
  /** The page of what is broken, for whoever mends it. */
  readonly mendingLink: () => string;
  /** Live: a channel without a real reply in the last 30 days counts as unproven. */
  readonly proofsRequired: boolean;
}

export const DEFAULT_BURST: BurstRules = { smsQuietMs: 12_000, webQuietMs: 4_000, longestMs: 45_000 };

/** Inbound transactions that cannot commit in this time go to the spool (DESIGN, one message, one way). */
export const COMMIT_WITHIN_MS = 5_000;
