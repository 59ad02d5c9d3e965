import type { Nudge } from '../../acts';
import type { Fanout } from '../../jobs/fanout';
import type { Event, EventName } from '../../vocabulary';

/** Entries of the log that name a delivery which has just been written and waits to be sent, and to whom it goes. */
const WRITTEN: ReadonlyMap<EventName, 'notice' | 'delivery'> = new Map([
  ['notice-made', 'notice'],
  ['said-to-young-person', 'delivery'],
]);

/**
 * What has just been committed is hurried: deliveries are sent without waiting for the next sweep, and open pages
 * hear which lines have news. Only here, after the commit: a nudge from inside a transaction could outrun it.
 */
export function hurryCommitted(nudge: Nudge, tell: Fanout): (events: readonly Event[]) => void {
  return (events) => {
    for (const { name, data } of events) {
      const kind = WRITTEN.get(name);
      if (kind !== undefined) nudge({ kind, id: String(data['delivery']) });
    }
    const lines = new Set(events.map((event) => event.line));
    for (const line of lines) if (line !== null) tell({ line });
  };
}
