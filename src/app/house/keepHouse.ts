import { anchorHeads } from '../../record/chain/anchors';
import { MINUTE_MS, SECOND_MS } from '../../vocabulary';
import type { House } from './openHouse';

/** How often what is on disk is tried again, and how often the house looks after itself. */
const SPOOL_EVERY_MS = 5 * SECOND_MS;
const LOOK_EVERY_MS = MINUTE_MS;

/**
 * What no row makes due: spooled messages go the ordinary way once the record is back, the roster's sealed copy stays
 * fresh, the chains are anchored, and everything the service does by itself stands in a row. Call it when serving.
 */
export function keepHouse(house: House): { close(): Promise<void> } {
  const { log } = house;
  let running: Promise<unknown> = Promise.resolve();
  const every = (ms: number, part: string, work: () => Promise<unknown>) =>
    setInterval(() => {
      running = running.then(work).catch((error: unknown) => log.error({ error, part }, 'the house could not be kept'));
    }, ms);
  const look = () => lookAfter(house);
  running = running
    .then(look)
    .catch((error: unknown) => log.error({ error, part: 'look' }, 'the house could not be kept'));
  const timers = [every(SPOOL_EVERY_MS, 'spool', () => house.acts.replaySpool()), every(LOOK_EVERY_MS, 'look', look)];
  return {
    async close() {
      timers.forEach((timer) => clearInterval(timer));
      await running;
    },
  };
}

async function lookAfter({ ctx, acts, open, clock, journal, spool, log }: House): Promise<void> {
  reportDamaged(log, 'spool', await spool.damaged());
  reportDamaged(log, 'journal', (await journal?.damaged()) ?? []);
  const roster = await open.record.transaction((tx) => tx.roster.snapshot());
  await ctx.rosterCopy.keep(roster);
  await acts.planAhead({ watchRoster: true });
  await acts.planDestruction();
  await open.inTransaction(({ db }) => anchorHeads(db, clock.now()));
  await journal?.trim();
}

function reportDamaged(log: House['log'], part: 'spool' | 'journal', { length: count }: readonly unknown[]): void {
  if (count > 0) log.error({ part, count }, 'messages on this disk cannot be read: check -- live names them');
}
