import type { Nudge } from '../acts';
import type { Fanout } from '../jobs/fanout';
import type { Event, EventName } from '../vocabulary';

/** Entries of the log that name a delivery which has just been written and waits to be sent. */
const WRITTEN: ReadonlySet<EventName> = new Set(['notice-made', 'said-to-young-person']);

/**
 * What has just been committed is hurried: deliveries are sent without waiting for the next sweep, and open pages
 * hear which lines have news. Only here, after the commit: a nudge from inside a transaction could outrun it.
 */
export function hurryCommitted(nudge: Nudge, tell: Fanout): (events: readonly Event[]) => void {
  return (events) => {
    for (const { name, data } of events) {
      if (WRITTEN.has(name)) nudge({ kind: 'delivery', id: String(data['delivery']) });
    }
    const lines = new Set(events.map((event) => event.line));
    for (const line of lines) if (line !== null) tell({ line });
  };
}
