import type { Errand } from '../vocabulary';
import type { ActContext } from './context';
import type { Stores } from './stores';

/**
 * Writes down what the service has to do by itself at `dueAt`: the sweep finds the row whatever else is lost. False
 * when the same waits already; then that one stands, at its own time.
 */
export function planErrand(
  ctx: ActContext,
  tx: Stores,
  errand: Pick<Errand, 'kind' | 'subject' | 'line' | 'dueAt'>,
): Promise<boolean> {
  return tx.errands.add({ id: ctx.ids.next(), ...errand, doneAt: null });
}
