import { BUCKETS } from '../../safeguarding/classifier/features';
import { HEADS, narrowing, packHead, type Head, type WeightsFile } from '../../safeguarding/classifier/weights';
import { atLeast } from '../../vocabulary/concerns';
import { fit } from './fit';
import type { TrainingMessage } from './messages';
import type { Row } from './rows';

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

export function trainHead(head: Head, rows: readonly Row[]): WeightsFile['heads'][Head] {
  const isPositive = (index: number): boolean => isOf(head, (rows[index] as Row).message);
  const { bias, weights } = fit(rows, isPositive, { seed: SEED, buckets: BUCKETS, narrowing: narrowing(head) });
  return packHead(bias, weights);
}

export function trainAll(rows: readonly Row[]): WeightsFile['heads'] {
  return Object.fromEntries(HEADS.map((head) => [head, trainHead(head, rows)])) as WeightsFile['heads'];
}
