import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CannotGoOn } from '../../tool';
import type { Doors } from './serveHouse';
import type { Ready } from './run';
import type { Surroundings } from './settings';

export interface Processes extends Doors {
  /** The server's and the worker's. */
  readonly pids: readonly number[];
}

/** A server and a worker, each a process of its own, as compose.yaml runs them. */
export async function startProcesses(surroundings: Surroundings): Promise<Processes> {
  const parts = ['doors', 'work'].map((part) => start(part, surroundings));
  const [doors] = await Promise.all(parts.map(whenReady));
  if (typeof doors?.port !== 'number') throw new CannotGoOn('The server that was to be measured has no doors.');
  return {
    port: doors.port,
    pids: parts.flatMap(({ pid }) => pid ?? []),
    close: () =>
      Promise.all(
        parts.map(async (child) => {
          const ended = once(child, 'exit');
          child.disconnect();
          await ended;
        }),
      ),
  };
}

function start(part: string, surroundings: Surroundings): ChildProcess {
  const env = { ...process.env, ...surroundings, BENCH_DATA_DIR: join(surroundings.BENCH_DATA_DIR, part) };
  return fork(join(__dirname, 'run.js'), [part], { env });
}

function whenReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.once('message', (ready: Ready) => resolve(ready));
    child.once('exit', () => reject(new CannotGoOn('A process that was to be measured ended: see above.')));
  });
}
