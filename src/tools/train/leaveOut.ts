import { HEADS, unpackHead, type Head } from '../../safeguarding/classifier/weights';
import { trainHead } from './heads';
import { EVERYDAY, type TrainingMessage } from './messages';
import type { Row } from './rows';

/** A message, and what heads said of it that had learnt nothing from its author. */
export interface LeftOut {
  readonly message: TrainingMessage;
  readonly scores: Readonly<Record<Head, number>>;
}

/**
 * Every author in turn is left out of training and then judged. Everyday SMS are dealt out over the turns; what was
 * made by us is learnt from in other authors' turns and never judged.
 */
export function leaveAuthorsOut(rows: readonly Row[], authors: readonly string[]): LeftOut[] {
  const turnOf = (row: Row, index: number): number =>
    row.message.author === EVERYDAY ? index % authors.length : authors.indexOf(row.message.author);
  return authors.flatMap((_, turn) => {
    const learnt = rows.filter((row, index) => turnOf(row, index) !== turn);
    const judged = rows.filter((row, index) => turnOf(row, index) === turn && !row.message.made);
    const scorers = HEADS.map((head) => [head, unpackHead(head, trainHead(head, learnt))] as const);
    return judged.map((row) => ({
      message: row.message,
      scores: Object.fromEntries(
        scorers.map(([head, { bias, step, narrowing, bytes }]) => [
          head,
          row.buckets.reduce(
            (sum, bucket, at) => sum + step * (bytes[bucket >>> narrowing] as number) * (row.values[at] as number),
            bias,
          ),
        ]),
      ) as Record<Head, number>,
    }));
  });
}
