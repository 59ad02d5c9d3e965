import { later, SECOND_MS, type Concern, type Instant } from '../vocabulary';
import type { Stores } from './stores';

/** How long after the carrier took the question an answer may count: a mood "1" on its way is not "yes, safe". */
const ANSWER_COUNTS_AFTER_MS = 5 * SECOND_MS;

export interface SafeNowQuestion {
  readonly concern: Concern;
  readonly acceptedAt: Instant | null;
}

/** The open question "safe now?" of these concerns, if one waits for its answer. */
export async function openQuestion(tx: Stores, concerns: readonly Concern[]): Promise<SafeNowQuestion | null> {
  for (const concern of concerns) {
    if (!concern.safeNow || concern.safeNow.answer !== null) continue;
    const delivery = await tx.deliveries.get(concern.safeNow.delivery);
    return { concern, acceptedAt: delivery?.acceptedAt ?? null };
  }
  return null;
}

/** Whether words that came at `at` can be an answer to the question. */
export function answerCounts(question: SafeNowQuestion | null, at: Instant): boolean {
  return question?.acceptedAt != null && later(question.acceptedAt, ANSWER_COUNTS_AFTER_MS) <= at;
}
