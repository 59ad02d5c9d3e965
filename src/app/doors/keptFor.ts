import type { Clock } from '../../acts';
import { later, type Instant, type Milliseconds } from '../../vocabulary';

/** What took long to find out is not found out again within `ms`, however many ask. A failure is not kept. */
export function keptFor<Found>(
  ms: Milliseconds,
  clock: Clock,
  find: () => Promise<Found>,
): () => Promise<{ readonly at: Instant; readonly found: Found }> {
  let last: { readonly at: Instant; readonly found: Promise<Found> } | null = null;
  return async () => {
    const now = clock.now();
    if (last === null || later(last.at, ms) <= now) last = { at: now, found: find() };
    const { at, found } = last;
    try {
      return { at, found: await found };
    } catch (error) {
      last = null;
      throw error;
    }
  };
}
