import type { Erasure } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

/**
 * Does again, in a record put back from a backup, what the list says was done since: legal holds stand before anything
 * else can fall due, and what was destroyed goes before anybody can read it. Harmless where it was never undone. Gives
 * how many entries there were.
 */
export async function eraseAgain(
  { record, clock }: Pick<ActContext, 'record' | 'clock'>,
  erasures: readonly Erasure[],
): Promise<number> {
  for (const one of erasures) await record.transaction((tx) => again(tx, one, clock.now()));
  return erasures.length;
}

async function again(tx: Stores, erasure: Erasure, at: string): Promise<void> {
  switch (erasure.is) {
    case 'words': {
      const { outlived, by } = erasure;
      if (!(await tx.lines.exists(outlived.line))) return;
      await tx.lines.lock(outlived.line);
      const counts = await tx.retention.destroy(outlived);
      const data = { ...counts, ...by, restored: true };
      return tx.events.append({ line: outlived.line, name: 'words-destroyed', at, data });
    }
    case 'identities': {
      const { outlived, by } = erasure;
      await tx.retention.destroyIdentities(outlived);
      const counts = Object.fromEntries(Object.entries(outlived).map(([what, ids]) => [what, ids.length]));
      const data = { ...counts, ...by, restored: true };
      return tx.events.append({ line: null, name: 'identities-destroyed', at, data });
    }
    case 'hold-placed':
      return tx.retention.placeHold(erasure.hold);
    case 'hold-lifted':
      await tx.retention.liftHold(erasure.hold, erasure.lifted);
  }
}
