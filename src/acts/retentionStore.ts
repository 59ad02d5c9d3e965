import type {
  Destroyed,
  IdentityTerms,
  Instant,
  KeptLine,
  LegalHold,
  LineId,
  Outlived,
  OutlivedIdentities,
  YoungPersonId,
} from '../vocabulary';

/** Some of the lines there are: those that may have words to destroy, and which was the last; null: there are no more. */
export interface LinesLookedThrough {
  readonly found: readonly LineId[];
  readonly last: LineId | null;
}

/** What is kept how long, what must be kept whatever its term, and the end of what has outlived it. */
export interface RetentionStore {
  /** Looks through `atMost` lines behind this one ('': from the first) in the order of their ids. */
  linesWithWordsBefore(before: Instant, behind: LineId | '', atMost: number): Promise<LinesLookedThrough>;
  /** The line without its words, and whether a legal hold stands. */
  lookAt(line: LineId): Promise<KeptLine>;
  /** The words are gone for good; rows, hashes and chain stay. Under the line's lock. */
  destroy(outlived: Outlived): Promise<Destroyed>;
  /** Marks who has left the roster since it was last looked at: nothing else says when. */
  noticeLeavers(now: Instant): Promise<void>;
  identitiesBefore(terms: IdentityTerms): Promise<OutlivedIdentities>;
  /** Names, numbers and texts are gone for good; rows and ids stay. Whoever is in the roster again is left alone. */
  destroyIdentities(outlived: OutlivedIdentities): Promise<void>;
  /** Whether there is, or ever was, such a young person: a claim may come long after they have left. */
  knows(youngPerson: YoungPersonId): Promise<boolean>;
  /** A hold that is there already is left as it is. */
  placeHold(hold: Omit<LegalHold, 'lifted'>): Promise<void>;
  /** The hold that was lifted; null when none of this id stands. */
  liftHold(id: string, lifted: NonNullable<LegalHold['lifted']>): Promise<LegalHold | null>;
}
