/** What the page of what is kept and destroyed reads, as data. */
import type { Destroyed, LegalHold, LineId, LocalDate, OutlivedIdentities, YoungPersonId } from '../../vocabulary';

/** A young person there is, or ever was: leavers keep their row, and a claim may come years later. */
export interface EverKnown {
  readonly youngPerson: YoungPersonId;
  /** Null once it has outlived its term. */
  readonly name: string | null;
  readonly inRoster: boolean;
  /** Null when nothing was ever written. */
  readonly line: LineId | null;
}

/** One day of the destruction log: counts, never words. */
export interface DestructionDay {
  readonly day: LocalDate;
  /** How many lines something was destroyed of. */
  readonly lines: number;
  readonly counts: Destroyed & Readonly<Record<keyof OutlivedIdentities, number>>;
  /** Who had approved the terms it was done by. */
  readonly approvedBy: readonly string[];
}

/** What is kept by order, and what is gone. */
export interface Keeping {
  readonly people: readonly EverKnown[];
  /** Newest first, lifted ones too. */
  readonly holds: readonly LegalHold[];
  /** Newest first. */
  readonly destroyed: readonly DestructionDay[];
}
