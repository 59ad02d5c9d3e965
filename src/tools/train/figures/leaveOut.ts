import { BUCKETS } from '../../../safeguarding/classifier/featureBag';
import { createNet } from '../../../safeguarding/classifier/net';
import { eachSparse, type PackedBytes } from '../../../safeguarding/classifier/pack';
import { HEADS, narrowing, RAISED, unpackNet, type Head } from '../../../safeguarding/classifier/weights';
import type { Level } from '../../../vocabulary/concerns';
import { EVERYDAY } from '../lessons/messages';
import type { Row, Rows } from '../lessons/rows';
import type { TrainingMessage } from '../lessons/trainingMessage';
import { trainAll, type Trained } from '../teaching/heads';

/** A message, and what heads said of it that had learnt nothing from its author. */
export interface LeftOut {
  readonly message: TrainingMessage;
  readonly certain: Level;
  readonly heard: Level;
  readonly namesStaff: boolean;
  /** How many it has. */
  readonly words: number;
  readonly scores: Readonly<Record<Head, number>>;
}

/** Authors are left out a few at a time: so many trainings are enough. */
const MOST_TURNS = 4;

/** In how many turns every one of the authors is left out once. */
export function countTurns(authors: readonly string[]): number {
  return Math.min(MOST_TURNS, authors.length);
}

/**
 * Learns from everybody but the authors of one turn, and judges those. Everyday SMS are dealt out over the turns; what
 * was made by us is learnt from in other authors' turns and never judged.
 */
export function judgeLeftOut({ rows, vocabulary }: Rows, authors: readonly string[], turn: number): LeftOut[] {
  const turns = countTurns(authors);
  const turnOf = (row: Row, index: number): number => {
    if (row.message.author === EVERYDAY) return index % turns;
    const place = authors.indexOf(row.message.author);
    return place < 0 ? -1 : place % turns;
  };
  const learnt = rows.filter((row, index) => turnOf(row, index) !== turn);
  const judged = rows.filter((row, index) => turnOf(row, index) === turn && !row.message.made);
  const score = scorerOf(trainAll(learnt, vocabulary));
  return judged.map((row) => ({
    message: row.message,
    certain: row.certain,
    heard: row.heard,
    namesStaff: row.namesStaff,
    words: row.judged.words.length,
    scores: score(row),
  }));
}

/** What the trained halves say together, as the judge will hear them. */
function scorerOf({ heads, net: packed }: Trained): (row: Row) => Record<Head, number> {
  const unpacked = HEADS.map((head) => [head, bytesOf(head, heads[head]), heads[head]] as const);
  const net = createNet(unpackNet(packed));
  return (row) => {
    const heard = net.hear(row.judged, row.earlier);
    return Object.fromEntries(
      unpacked.map(([head, bytes, { bias, step }], index) => [
        head,
        row.buckets.reduce(
          (sum, bucket, at) => sum + step * (bytes[bucket >>> narrowing(head)] as number) * (row.values[at] as number),
          index < RAISED.length ? bias + net.score(heard, index) : bias,
        ),
      ]),
    ) as Record<Head, number>;
  };
}

function bytesOf(head: Head, packed: PackedBytes): Int8Array {
  const bytes = new Int8Array(BUCKETS >> narrowing(head));
  eachSparse(packed.bytes, bytes.length, (at, byte) => {
    bytes[at] = byte;
  });
  return bytes;
}
