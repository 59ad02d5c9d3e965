import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { House } from '../../app/house/openHouse';
import { CannotGoOn } from '../tool';

const run = promisify(execFile);

/** What the machine's embedded record can do at most: commits of one row a second, one after the other. */
export async function plainCommits({ ctx }: House, forMs: number): Promise<number> {
  const from = performance.now();
  let done = 0;
  while (performance.now() - from < forMs) {
    await ctx.record.transaction((tx) => tx.pins.set('amira', '1234'));
    done += 1;
  }
  return (done / (performance.now() - from)) * 1_000;
}

/** Fills the tables pgbench asks for. */
export function preparePgbench(url: string): Promise<unknown> {
  return pgbench(['-i', '-q', '-s', '10', url]);
}

/** `pgbench -N -c 8`: transactions a second of the same server. */
export async function pgbenchTps(url: string, seconds: number): Promise<number> {
  const said = await pgbench(['-N', '-c', '8', '-j', '2', '-T', String(seconds), url]);
  return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? NaN);
}

async function pgbench(argv: readonly string[]): Promise<string> {
  try {
    return (await run('pgbench', argv)).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CannotGoOn('pgbench is not on the PATH. It comes with postgresql-contrib (Debian) or postgresql.');
  }
}
