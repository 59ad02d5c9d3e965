import { HOUR_MS } from '../../vocabulary';
import type { House } from '../house/openHouse';
import { findMissing, modelKeyIgnored } from './findMissing';

/** Looks every hour, and once at the start, whether a live installation lacks anything; leads and administrators hear. */
export function watchLive(house: House): { close(): Promise<void> } {
  if (house.config.mode !== 'live') return { close: () => Promise.resolve() };
  const look = () =>
    lookOnce(house).catch((error: unknown) =>
      house.log.error({ error, part: 'live' }, 'live could not be looked after'),
    );
  let looking = reportModelKey(house).then(look);
  const timer = setInterval(() => (looking = looking.then(look)), HOUR_MS);
  return {
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}

async function lookOnce({ config, ctx, acts, log }: House): Promise<void> {
  const missing = await findMissing({ config, record: ctx.record, now: ctx.clock.now() });
  if (missing.length === 0) return;
  log.warn({ part: 'live', count: missing.length }, 'live with something missing: npm run -s check -- live');
  await acts.pageUntilMended({ missing: missing.length });
}

/** A key without an approval: the notes stay as they are without one, and somebody should know why. */
async function reportModelKey({ config, ctx, log }: House): Promise<void> {
  if (!(await modelKeyIgnored(config, ctx.record))) return;
  log.warn({ part: 'live' }, 'ANTHROPIC_API_KEY is ignored: the organisation has recorded no approval');
  const event = { line: null, name: 'model-key-ignored', at: ctx.clock.now(), data: {} } as const;
  await ctx.record.transaction((tx) => tx.events.append(event));
}
