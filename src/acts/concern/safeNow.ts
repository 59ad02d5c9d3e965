import { canAnswerSafety, type Concern, type Instant } from '../../vocabulary';
import type { Stores } from '../stores';

export interface SafeNowQuestion {
  readonly concern: Concern;
  readonly acceptedAt: Instant | null;
}

/** Those of these concerns whose question "safe now?" waits for its answer, the last asked first. */
export function waitingForAnswer(concerns: readonly Concern[]): readonly Concern[] {
  const waiting = concerns.filter((one) => one.safeNow !== null && one.safeNow.answer === null);
  return [...waiting].sort((a, b) => (b.safeNow?.askedAt ?? '').localeCompare(a.safeNow?.askedAt ?? ''));
}

/** The open question "safe now?" of these concerns, if one waits for its answer: the last that was asked. */
export async function openQuestion(tx: Stores, concerns: readonly Concern[]): Promise<SafeNowQuestion | null> {
  const [concern] = waitingForAnswer(concerns);
  if (!concern?.safeNow) return null;
  const delivery = await tx.deliveries.get(concern.safeNow.delivery);
  return { concern, acceptedAt: delivery?.acceptedAt ?? null };
}

/** Whether words that came at `at` can be an answer to the question. */
export function answerCounts(question: SafeNowQuestion | null, at: Instant): boolean {
  return canAnswerSafety(question?.acceptedAt ?? null, at);
}
