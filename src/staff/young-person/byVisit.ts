import type { Instant } from '../../vocabulary';
import type { ThreadItem } from '../../record/views/types';

/** A stretch of a conversation that ends with a visit, or goes on. */
export interface Stretch<Item> {
  /** When it ended; null is the newest, which has not. */
  readonly until: Instant | null;
  readonly items: readonly Item[];
}

/**
 * A conversation in the stretches between visits, oldest first; those in which nothing was written are left out. The last
 * is what a reader comes for: it is always the newest in which something was said.
 */
export function byVisit<Item extends Pick<ThreadItem, 'at'>>(
  thread: readonly Item[],
  visits: readonly Instant[],
): readonly Stretch<Item>[] {
  const ends = [...visits.toSorted(), null];
  return ends
    .map((until, index) => {
      const from = ends[index - 1] ?? '';
      return { until, items: thread.filter(({ at }) => at >= from && (until === null || at < until)) };
    })
    .filter(({ items }) => items.length > 0);
}
