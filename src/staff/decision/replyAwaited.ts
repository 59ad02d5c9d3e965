import type { CaseWhole } from '../../record/views/types';
import type { Instant } from '../../vocabulary';

/** The referral whose reply nobody has noted yet, and when somebody was last asked to chase it; null when none is owed. */
export function replyAwaited({
  decisions,
  history,
}: Pick<CaseWhole, 'decisions' | 'history'>): { readonly since: Instant; readonly chasedAt: Instant | null } | null {
  const last = decisions.at(-1);
  if (last?.referred !== true) return null;
  const since = history.filter((one) => one.at >= last.at);
  if (since.some((one) => one.name === 'referral-reply-recorded')) return null;
  const chased = since.findLast((one) => one.name === 'referral-reply-chased');
  return { since: last.referral?.madeAt ?? last.at, chasedAt: chased?.at ?? null };
}
