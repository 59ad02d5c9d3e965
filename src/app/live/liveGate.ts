import type { House } from '../house/openHouse';
import { LiveGateShut } from '../missing/missing';
import { projectRoot } from '../projectRoot';
import { findMissing } from './findMissing';

/**
 * An organisation's first go-live: passes only when nothing is missing, and then stands in the record. An
 * installation that has been live always passes: it must receive, whatever has gone wrong since (`watchLive` tells of
 * it). Practice has no gate. Throws LiveGateShut.
 */
export async function passLiveGate(
  { config, ctx }: Pick<House, 'config' | 'ctx'>,
  root = projectRoot(),
): Promise<void> {
  if (config.mode !== 'live') return;
  const now = ctx.clock.now();
  const before = await ctx.record.transaction((tx) => tx.events.latest(null, 'went-live'));
  if (before !== null) return;
  const missing = await findMissing({ config, record: ctx.record, now, root });
  if (missing.length > 0) throw new LiveGateShut(missing);
  await ctx.record.transaction((tx) => tx.events.append({ line: null, name: 'went-live', at: now, data: {} }));
}
