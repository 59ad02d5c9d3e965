/** A process of the service that is measured: `node run.js doors|work`, told of its surroundings by the environment. */
import { keepHouse } from '../../../app/house/keepHouse';
import { openHouse } from '../../../app/house/openHouse';
import { warmUp } from '../../../app/house/warmUp';
import { serveHouse } from './serveHouse';
import { houseOptions, type Surroundings } from './settings';

/** What it tells the bench once it is ready. */
export interface Ready {
  /** Null of a process without doors. */
  readonly port: number | null;
}

async function run(part: string): Promise<void> {
  const house = await openHouse(houseOptions(process.env as unknown as Surroundings, part === 'work'));
  await warmUp(house);
  const doors = part === 'doors' ? await serveHouse(house) : null;
  const keeping = keepHouse(house);
  const ready: Ready = { port: doors?.port ?? null };
  process.once('disconnect', () => {
    void close();
  });
  process.send?.(ready);

  async function close(): Promise<void> {
    await doors?.close();
    await keeping.close();
    await house.close();
  }
}

run(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`A process of the bench cannot start. ${(error as Error).message}\n`);
  process.exit(1);
});
