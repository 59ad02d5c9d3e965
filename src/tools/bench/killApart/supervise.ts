import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotGoOn } from '../../tool';
import type { Surroundings } from '../service/settings';
import type { AheadClock } from './aheadClock';
import type { Doomed, Tells, Told } from './process';

export type Part = 'doors' | 'work';

/** One process of the service and whoever starts it again when it is killed. */
export interface Supervised {
  /** Its port, while it serves; null while it does not, and of a process without doors. */
  port(): number | null;
  /** Whether it runs and has no call under way. */
  isIdle(): boolean;
  /** The points it has passed since it began to count, or since it was started again. */
  points(): readonly string[];
  /** The name of the point it was killed at; null while it was not. */
  killedAt(): string | null;
  tell(told: Told): void;
  /** From here on its points count. Resolves when it knows. */
  begin(): Promise<void>;
  /** Resolves when it is ready. Rejects when it ended by itself. */
  whenReady(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a process, and starts it again at once when it is killed, as `restart: unless-stopped` does. Only the first is
 * killed: at point `killAt` (null: at none).
 */
export function supervise(
  part: Part,
  surroundings: Surroundings,
  clock: AheadClock,
  killAt: number | null,
  onKilled: () => void,
): Supervised {
  let starts = 0;
  let closing = false;
  let killed: string | null = null;
  let current = start(killAt);

  function start(at: number | null) {
    const dataDir = join(surroundings.BENCH_DATA_DIR, part);
    const file = `${dataDir}-points-${(starts += 1)}`;
    writeFileSync(file, '');
    const doomed: Doomed = {
      ...surroundings,
      BENCH_DATA_DIR: dataDir,
      BENCH_AHEAD_MS: String(clock.aheadMs()),
      BENCH_POINTS: file,
      BENCH_KILL_AT: at === null ? '' : String(at),
    };
    const child = fork(join(__dirname, 'process.js'), [part], { env: { ...process.env, ...doomed } });
    const life = { child, file, port: null as number | null, isReady: false, begunAt: 0, ready: whenReady(child) };
    life.ready.then(
      (port) => Object.assign(life, { port, isReady: true }),
      () => {},
    );
    child.once('exit', (_code, signal) => {
      life.isReady = false;
      life.port = null;
      if (closing || signal !== 'SIGKILL') return;
      killed = pointsIn(file).at(-1) ?? '';
      onKilled();
      current = start(null);
    });
    return life;
  }

  return {
    port: () => current.port,
    isIdle: () => current.isReady && countUnderWay(pointsIn(current.file)) === 0,
    points: () => pointsIn(current.file).slice(current.begunAt),
    killedAt: () => killed,
    tell: (told) => void (current.child.connected && current.child.send(told)),
    async begin() {
      const begun = once(current.child, 'message');
      current.begunAt = pointsIn(current.file).length;
      current.child.send({ begin: true } satisfies Told);
      await begun;
    },
    async whenReady() {
      await current.ready;
    },
    async close() {
      closing = true;
      const { child } = current;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function whenReady(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('message', (tells: Tells) => resolve('port' in tells ? tells.port : null));
    child.once('exit', () => reject(new CannotGoOn('A process that was to be killed ended by itself: see above.')));
  });
}

const pointsIn = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];

/** A call that is under way has passed its "before", and not its "after". */
function countUnderWay(points: readonly string[]): number {
  const count = (edge: string) => points.filter((name) => name.startsWith(edge)).length;
  const commits = points.filter((name) => name === 'before its commit').length;
  return count('before ') - commits - count('after ');
}
