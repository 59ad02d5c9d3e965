import { createServer } from 'node:http';
import express from 'express';
import type { Config } from '../../config';
import type { Log } from '../../acts';
import { countRefusals } from '../doors/countRefusals';
import { health } from '../doors/health';
import { openHouse, type House } from '../house/openHouse';
import { createPhoneDoors } from '../doors/phoneDoors';

/**
 * A house with the carrier's doors alone, for proving channels before the first go-live. Whatever else comes in by
 * them is kept, judged and told as ever: a message is never lost because we were only trying our phones.
 */
export async function openForProving(config: Config, log: Log): Promise<House> {
  const house = await openHouse({ config, log, works: true });
  const app = express().use(health(house), ...createPhoneDoors(house, countRefusals(house)));
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, resolve);
  });
  return {
    ...house,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await house.close();
    },
  };
}
