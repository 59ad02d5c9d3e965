import type { CaseWhole } from '../../record/views/types';
import type { Instant } from '../../vocabulary';

/** By when the follow-up in writing is owed, and when somebody was last reminded; null when it was sent, or none is owed. */
export function followUpOwed({
  decisions,
  history,
}: Pick<CaseWhole, 'decisions' | 'history'>): { readonly by: Instant; readonly remindedAt: Instant | null } | null {
  const last = decisions.at(-1);
  const written = last?.referred === true ? last.referral?.written : undefined;
  if (!last || !written || written.sent) return null;
  const since = history.filter((one) => one.at >= last.at);
  if (since.some((one) => one.name === 'written-follow-up-recorded')) return null;
  const reminded = since.findLast((one) => one.name === 'written-follow-up-chased');
  return { by: written.dueAt, remindedAt: reminded?.at ?? null };
}
