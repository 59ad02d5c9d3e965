import type { RecordPort } from '../acts/ports';
import type { Instant } from '../vocabulary';
import { keyOf, type Perform } from './work';

const AT_A_TIME = 100;
/** Work that is due again at the same moment this often is a bug that would go round for ever. */
const TOO_OFTEN = 50;

/**
 * Does everything that is due at `now`, oldest first and one after the other, with what falls due by doing it, until
 * nothing is; gives the moment the next thing is due, null when nothing is to come. The order is the record's, so two
 * runs on the same record do the same. Throws when work throws.
 */
export async function doAllDue(
  record: Pick<RecordPort, 'due' | 'nextDueAt'>,
  perform: Perform,
  now: Instant,
): Promise<Instant | null> {
  const times = new Map<string, number>();
  for (;;) {
    for (const { kind, id } of await record.due(now, AT_A_TIME)) {
      const key = keyOf({ kind, id });
      const already = times.get(key) ?? 0;
      if (already >= TOO_OFTEN) throw new Error(`${kind} ${id} stays due at ${now} however often it is done`);
      times.set(key, already + 1);
      await perform({ kind, id });
    }
    const next = await record.nextDueAt();
    if (next === null || next > now) return next;
  }
}
