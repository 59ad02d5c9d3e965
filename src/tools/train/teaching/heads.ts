import { BUCKETS } from '../../../safeguarding/classifier/featureBag';
import type { NetWeights } from '../../../safeguarding/classifier/net';
import {
  HEADS,
  narrowing,
  packHead,
  packNet,
  type Head,
  type WeightsFile,
} from '../../../safeguarding/classifier/weights';
import { atLeast, KINDS, type Kind } from '../../../vocabulary/concerns';
import { EVERYDAY } from '../lessons/messages';
import type { Row } from '../lessons/rows';
import type { TrainingMessage } from '../lessons/trainingMessage';
import { twinsOf } from '../lessons/twins';
import type { Vocabulary } from '../lessons/vocabulary';
import { fit } from './fit';
import { fitNet } from './fitNet';

/**
 * With twenty, authors left out were heard worse (urgent at one alarm in twenty: 0.71 against 0.74): more is learnt by
 * heart.
 */
const PASSES = 3;
/** Kinds are only compared with one another. */
const PASSES_FOR_KINDS = 8;

/** Fixed, so that the same messages give the same bytes. */
export const SEED = 20_261_122;

/** What each head learns to say yes to. */
export function isOf(head: Head, { level, about, kinds }: TrainingMessage): boolean {
  switch (head) {
    case 'worry':
    case 'urgent':
    case 'immediate':
      return atLeast(level, head);
    case 'practitioner':
    case 'other':
      return level !== 'none' && about === head;
    default:
      return level !== 'none' && kinds.includes(head);
  }
}

export type Trained = Pick<WeightsFile, 'heads' | 'net'>;

/** Both halves of the classifier, from the same messages. Real everyday ones count three times: most of life is like them. */
export function trainAll(rows: readonly Row[], vocabulary: Vocabulary): Trained {
  const learnt = rows.flatMap((row) => (row.message.author === EVERYDAY ? [row, row, row] : [row]));
  const concerning = rows.filter(({ message }) => message.level !== 'none');
  const heads = Object.fromEntries(
    HEADS.map((head) => [head, trainHead(head, isKind(head) ? concerning : learnt)]),
  ) as WeightsFile['heads'];
  return { heads, net: packNet(trainNet(learnt, vocabulary)) };
}

/** The kinds are only asked once something is heard, so they learn from nothing else. */
function isKind(head: Head): boolean {
  return KINDS.includes(head as Kind);
}

function trainHead(head: Head, rows: readonly Row[]): WeightsFile['heads'][Head] {
  const isPositive = (index: number): boolean => isOf(head, (rows[index] as Row).message);
  const passes = isKind(head) ? PASSES_FOR_KINDS : PASSES;
  const { bias, weights } = fit(rows, isPositive, { seed: SEED, buckets: BUCKETS, passes, narrowing: narrowing(head) });
  return packHead(bias, weights);
}

function trainNet(rows: readonly Row[], vocabulary: Vocabulary): NetWeights {
  const tests = HEADS.map((head) => (index: number) => isOf(head, (rows[index] as Row).message));
  return fitNet(rows, tests, twinsOf(rows.map(({ message }) => message)), vocabulary, SEED);
}
