import type { DisclosureRules } from '../../../safeguarding';
import type { ReadFiles } from '../../score/labelled';
import { countTurns, judgeLeftOut, type LeftOut } from '../figures/leaveOut';
import { trainingMessages } from '../lessons/messages';
import { rowsOf, type Rows } from '../lessons/rows';
import type { WordVectors } from '../lessons/vocabulary';
import { trainAll, type Trained } from '../teaching/heads';

/** One training: of everybody but the authors of a turn, or of everybody. */
export type Turn = number | 'everybody';

export interface TurnDone {
  readonly leftOut: readonly LeftOut[];
  /** What was learnt from everybody; null of every other turn. */
  readonly trained: Trained | null;
}

/** What every turn learns from. */
export interface Lessons {
  readonly rows: Rows;
  readonly authors: readonly string[];
}

/** The longest first, so that whoever is done early takes another. */
export function turnsFor(authors: readonly string[]): Turn[] {
  return ['everybody', ...Array.from({ length: countTurns(authors) }, (_, turn) => turn)];
}

/** Who wrote the labelled messages, in the order of their files. */
export function authorsOf({ labelled }: Pick<ReadFiles, 'labelled'>): string[] {
  return [...new Set(labelled.map(({ author }) => author ?? 'unknown'))];
}

/** Everything that is learnt from, ready for any turn. */
export function prepareLessons(read: ReadFiles, rules: DisclosureRules, vectors: WordVectors): Lessons {
  return { rows: rowsOf(trainingMessages(read, rules), rules, vectors), authors: authorsOf(read) };
}

/** Learns from all, or from all but some authors, who are then judged. */
export function learnTurn({ rows, authors }: Lessons, turn: Turn): TurnDone {
  return turn === 'everybody'
    ? { leftOut: [], trained: trainAll(rows.rows, rows.vocabulary) }
    : { leftOut: judgeLeftOut(rows, authors, turn), trained: null };
}
