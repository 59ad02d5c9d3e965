import { allDialogs, askedAtOf, StepDialog } from '../../dialogs';
import type { QuestionOf } from '../vocabulary';
import { goingOn } from './state';

/** What each dialog asks, by the id its state is kept under. */
const ASKS = new Map(
  allDialogs().flatMap((dialog) => (dialog instanceof StepDialog ? [[dialog.id, dialog.asks] as const] : [])),
);

/**
 * Which question waits in a conversation's kept state, for words that came at `at`; null where none does, none that a
 * bare answer could be about, or they were written before it was put.
 */
export const questionOf: QuestionOf = (kept, at) => {
  const active = goingOn(kept, at)?.dialogs.dialogStack.at(-1);
  const askedAt = askedAtOf(active?.state);
  return active !== undefined && askedAt !== null && askedAt <= at ? (ASKS.get(active.id) ?? null) : null;
};
