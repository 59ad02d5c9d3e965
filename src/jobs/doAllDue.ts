import type { RecordPort } from '../acts/ports';
import type { Instant } from '../vocabulary';
import { keyOf, type Perform } from './work';

const AT_A_TIME = 100;
/** Work that is due again at the same moment this often is a bug that would go round for ever. */
const TOO_OFTEN = 50;

/**
 * Does everything that is due at `now`, oldest first and one after the other, with what falls due by doing it, until
 * nothing is. The order is the record's, so two runs on the same record do the same. Throws when work throws.
 */
export async function doAllDue(due: RecordPort['due'], perform: Perform, now: Instant): Promise<void> {
  const times = new Map<string, number>();
  for (;;) {
    const found = await due(now, AT_A_TIME);
    if (found.length === 0) return;
    for (const { kind, id } of found) {
      const key = keyOf({ kind, id });
      const already = times.get(key) ?? 0;
      if (already >= TOO_OFTEN) throw new Error(`${kind} ${id} stays due at ${now} however often it is done`);
      times.set(key, already + 1);
      await perform({ kind, id });
    }
  }
}
