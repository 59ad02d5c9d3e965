/**
 * A process of the service that is killed at one of its points: `node process.js doors|work`, told of its surroundings
 * by the environment, and of the time by whoever started it.
 */
import { appendFileSync } from 'node:fs';
import { keepHouse } from '../../../app/house/keepHouse';
import { openHouse } from '../../../app/house/openHouse';
import { createPoints, killThisProcess } from '../kill/points';
import { serveHouse } from '../service/serveHouse';
import { patientOptions, type Surroundings } from '../service/settings';
import { aheadClock } from './aheadClock';

export interface Doomed extends Surroundings {
  /** How far the clock is ahead as the process starts. */
  readonly BENCH_AHEAD_MS: string;
  /** Every point is written here, a line each, before it is passed. */
  readonly BENCH_POINTS: string;
  /** Which point it is killed at, counted from 0 once it is told to begin; empty: at none. */
  readonly BENCH_KILL_AT: string;
}

/** What it is told. */
export type Told = { readonly aheadMs: number } | { readonly begin: true };

/** What it tells: its port (null without doors) once it is ready; that it has begun to count. */
export type Tells = { readonly port: number | null } | { readonly begun: true };

async function run(part: string): Promise<void> {
  const doomed = process.env as unknown as Doomed;
  const clock = aheadClock(Number(doomed.BENCH_AHEAD_MS));
  const killAt = doomed.BENCH_KILL_AT === '' ? null : Number(doomed.BENCH_KILL_AT);
  let passed = 0;
  let counts = false;
  const points = createPoints((name) => {
    appendFileSync(doomed.BENCH_POINTS, `${name}\n`);
    if (counts && passed === killAt) killThisProcess();
    if (counts) passed += 1;
  });
  process.on('message', (told: Told) => {
    if ('aheadMs' in told) return clock.putAhead(told.aheadMs);
    counts = true;
    process.send?.({ begun: true } satisfies Tells);
  });
  const house = await openHouse({
    ...patientOptions(doomed, part === 'work'),
    clock,
    around: (outside) => ({
      record: points.record(outside.record),
      carrier: points.carrier(outside.carrier),
      nudge: points.nudge(outside.nudge),
      spool: points.spool(outside.spool),
    }),
  });
  const doors = part === 'doors' ? await serveHouse(house) : null;
  const keeping = keepHouse(house);
  process.once('disconnect', () => {
    void close();
  });
  process.send?.({ port: doors?.port ?? null } satisfies Tells);

  async function close(): Promise<void> {
    await doors?.close();
    await keeping.close();
    await house.close();
  }
}

run(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`A process that was to be killed cannot start. ${(error as Error).message}\n`);
  process.exit(1);
});
