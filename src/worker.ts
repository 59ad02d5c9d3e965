/** Does the work that falls due: any number of these may run beside any number of servers. */
import { createServer } from 'node:http';
import express from 'express';
import type { Log } from './acts/ports';
import { health } from './app/doors/health';
import { keepHouse } from './app/house/keepHouse';
import { passLiveGate } from './app/live/liveGate';
import { watchLive } from './app/live/watchLive';
import { openHouse } from './app/house/openHouse';
import { warmUp } from './app/house/warmUp';
import { openUntilSignal } from './openUntilSignal';
import { loadConfig, type Config } from './config';
import { createLog } from './log';

async function work(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog({ level: config.logLevel, part: 'worker' });
  await openUntilSignal(log, () => open(config, log));
}

/** Returns how to close it again. */
async function open(config: Config, log: Log): Promise<() => Promise<void>> {
  const house = await openHouse({ config, log, works: true });
  await passLiveGate(house);
  await warmUp(house);
  const keeping = keepHouse(house);
  const watching = watchLive(house);
  const server = createServer(express().use(health(house))).listen(config.port);
  log.info({ port: config.port, mode: config.mode }, 'working');
  return async () => {
    server.close();
    await keeping.close();
    await watching.close();
    await house.close();
  };
}

work().catch((error: unknown) => {
  process.stderr.write(`The worker cannot start. ${(error as Error).message}\n`);
  process.exit(1);
});
