import type { CheckInAnswer, Instant, Kind } from '../src/vocabulary';

/** One answer of a check-in as the note will show it. */
export interface KeptAnswer {
  readonly heading: CheckInAnswer['heading'];
  readonly words: string;
  /** Part of a concern: it cannot be kept back from those who must know. */
  readonly concern: boolean;
}

/** The check-in of this conversation, so that nobody is asked the same thing twice. */
export interface CheckInMemory {
  readonly startedAt: Instant;
  readonly mood: number | null;
  /** The number as they put it ("2/5"); absent where it was given before this was kept. */
  readonly moodSaid?: string;
  /** No number, but faces that say it is low. */
  readonly looksLow?: boolean;
  readonly answers: readonly KeptAnswer[];
  readonly finished: boolean;
}

/** What a conversation remembers between turns. Kept whole with the line; ended after six idle hours. */
export interface Memory {
  /** The statement of limits has been made in this conversation. */
  limitsMade: boolean;
  checkIn: CheckInMemory | null;
  /** The fixed safety questions put so far, and about which concern: at most two. */
  safety: { readonly concern: string | null; readonly asked: number };
  /** The concern for which the immediate-danger text has been said in this conversation. */
  immediateSaidFor: string | null;
  /** Kinds of what they told that have been thanked for in this conversation; absent: kept by an earlier release. */
  kindsThanked?: readonly Kind[];
  /** How often the open door has answered in this conversation. */
  heardAtTheDoor: number;
  /** How often it has only said that it got this too. */
  saidMore: number;
  /** They want no more questions: none is put again in this conversation but "safe right now?", once, to new danger. */
  asksNothing: boolean;
  /** They have been thanked for a worry, and told that their mentor hears of it. */
  worryHeard: boolean;
  /** They have asked for somebody other than their mentor: a request for a person is not put to the mentor any more. */
  wantsAnother: boolean;
  /** Somebody beside them may read along: what is said in this conversation is said in its discreet form. */
  watched: boolean;
}

/** What a conversation remembers as it begins: nothing. */
export function newMemory(): Memory {
  return {
    limitsMade: false,
    checkIn: null,
    safety: { concern: null, asked: 0 },
    immediateSaidFor: null,
    heardAtTheDoor: 0,
    saidMore: 0,
    asksNothing: false,
    worryHeard: false,
    wantsAnother: false,
    watched: false,
  };
}
