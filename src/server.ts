/** Serves the doors of the service; unless told otherwise it also does the work that falls due. */
import { createServer, type Server } from 'node:http';
import type { Log } from './acts/ports';
import { auditHere } from './app/audit/auditHere';
import { createHttpApp } from './app/doors/createHttpApp';
import { keepHouse } from './app/house/keepHouse';
import { openHouse } from './app/house/openHouse';
import { warmUp } from './app/house/warmUp';
import { passLiveGate } from './app/live/liveGate';
import { watchLive } from './app/live/watchLive';
import { loadPracticeCarrier, practiceEnvironment } from './app/practice/practiceHouse';
import { startPracticeHouse } from './app/practice/startPracticeHouse';
import { loadConfig, SettingsError, type Config } from './config';
import { createLog } from './log';
import { openUntilSignal } from './openUntilSignal';

async function serve(): Promise<void> {
  const practice = process.argv.includes('--practice');
  const config = loadConfig(practice ? practiceEnvironment(process.env) : process.env);
  const log = createLog({ level: practice ? 'error' : config.logLevel, part: 'server' });
  await openUntilSignal(log, () => open(config, log, practice));
}

/** Returns how to close it again. */
async function open(config: Config, log: Log, practice: boolean): Promise<() => Promise<void>> {
  const opening = openHouse({ config, log, works: config.role === 'both' });
  const openDoors = loadDoors();
  const house = await opening;
  await passLiveGate(house);
  if (config.databaseUrl !== null) await warmUp(house);
  const { app, attachSockets } = openDoors(house);
  const server = createServer(app);
  const closeSockets = attachSockets(server);
  await listen(server, config.port, practice ? '127.0.0.1' : undefined);
  const carrier = practice ? loadPracticeCarrier() : null;
  const keeping = keepHouse(house);
  const watching = watchLive(house);
  const auditing = auditHere(house, process.env);
  const closePractice = carrier ? await startPracticeHouse(house, carrier, process.stdout) : async () => {};
  log.info({ port: config.port, mode: config.mode }, 'serving');
  return async () => {
    await closeSockets();
    server.closeIdleConnections();
    await new Promise((resolve) => server.close(resolve));
    await keeping.close();
    await watching.close();
    await auditing.close();
    await closePractice();
    await house.close();
  };
}

/** The doors bring most of the house's files with them: they are loaded while an embedded record opens in its thread. */
function loadDoors(): typeof createHttpApp {
  return createHttpApp;
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

serve().catch((error: unknown) => {
  const { message, code } = error as Error & { code?: string };
  const inUse = code === 'EADDRINUSE' ? 'That port is in use: set PORT to another one.\n' : '';
  process.stderr.write(
    `${error instanceof SettingsError || inUse ? '' : 'The service cannot start. '}${message}\n${inUse}`,
  );
  process.exit(1);
});
