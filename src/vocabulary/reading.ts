import type { About, Kind, Level } from './concerns';
import type { LineId } from './messages';
import type { CheckInAnswer } from './record';
import type { Instant } from './time';

/** Everything of people that a language model must never see; each is masked by its own placeholder. */
export interface PeopleToMask {
  readonly youngPerson: string | null;
  /** Adults of the service, by full name. */
  readonly staff: readonly string[];
  /** Others whom the record knows by name: carers, social worker, other young people. */
  readonly others: readonly string[];
  /** Addresses and schools. */
  readonly places: readonly string[];
}

/** One message for the second reader, with the same earlier messages the rules were given, oldest first. */
export interface ToRead {
  readonly text: string;
  readonly before: readonly string[];
  readonly people: PeopleToMask;
}

/** What the second reader makes of one message. It can only raise: a level below the rules' own changes nothing. */
export interface Reading {
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  /** False: it reads more into the words than they say, and the reply takes its lighter form. */
  readonly sure: boolean;
  /** Where the quoted words stand in the message; null when they do not, and then the reading counts for nothing. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Full names of the adults of the service it takes to be meant. */
  readonly meant: readonly string[];
}

/** One answer of a check-in, for the drafter: its words and the message they stand in. */
export type ToCite = Pick<CheckInAnswer, 'heading' | 'words' | 'message'>;

/** A check-in for the drafter: only what its mentor may read. */
export interface ToDraft {
  readonly answers: readonly ToCite[];
  readonly people: PeopleToMask;
}

/** One sentence of a drafted note and the words it rests on: the message, and what was said there, word for word. */
export interface CitedSentence {
  readonly text: string;
  readonly message: string;
  readonly quote: string;
}

/**
 * How asking a language model ended.
 * - `answered`: by the schema, whole.
 * - `not-understood`, `refused`: it answered, but not so that anything follows; asking again would not help.
 * - `too-slow`, `busy`, `failed`: no answer in time, too much asked at once, or the world broke; worth asking again.
 */
export type AskingEnd = 'answered' | 'not-understood' | 'refused' | 'too-slow' | 'busy' | 'failed';

/** One asking: what was found (null unless answered), and the answer as it came, still masked. */
export interface Asked<Found> {
  readonly ended: AskingEnd;
  readonly found: Found | null;
  readonly answer: string | null;
  readonly tokens: { readonly in: number; readonly out: number };
}

/** An asking as it is kept, once for its subject (a message, a check-in) and reader version. */
export interface KeptAsking {
  readonly subject: string;
  readonly line: LineId;
  readonly what: 'message' | 'note';
  /** Model and prompt. */
  readonly version: string;
  readonly at: Instant;
  readonly ended: AskingEnd;
  /** Found and answer, whole, as JSON; null once shredded. */
  readonly answer: string | null;
  readonly tokens: { readonly in: number; readonly out: number };
}
