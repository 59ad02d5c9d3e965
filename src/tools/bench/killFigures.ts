import type { Figure } from './figure';
import { measureKillPoints, type Killed } from './killPoints';
import { measureKillPointsApart } from './killPointsApart';

/** A quick run is killed at every so manieth point. */
const QUICK_EACH = 20;
const BAR = '0 lost, 0 doubled';

/** One process on an embedded record, killed at every point. */
export async function killFigure(quick: boolean): Promise<Figure> {
  const killed = await measureKillPoints(quick ? QUICK_EACH : 1, say);
  return figureOf('killed at every point, webhook to human act', killed, [`${killed.points} points, embedded on disk`]);
}

/** A server and a worker on Postgres and Redis, killed at every point of each; not measured without either. */
export async function killApartFigure(quick: boolean, databaseUrl: string | null): Promise<Figure> {
  const what = 'server and worker killed at every point';
  const redisUrl = process.env['BENCH_REDIS_URL'];
  if (databaseUrl === null || !redisUrl) {
    const beside = 'needs BENCH_DATABASE_URL and BENCH_REDIS_URL';
    return { what, measured: 'not measured', beside, bar: BAR, holds: null };
  }
  const killed = await measureKillPointsApart(quick ? QUICK_EACH : 1, { databaseUrl, redisUrl }, say);
  const { points, byPart, notReached, immediateAgain } = killed;
  return figureOf(what, killed, [
    `${points} points: server ${byPart.doors}, worker ${byPart.work}, not reached ${notReached}`,
    `immediate-danger text again ${immediateAgain}`,
  ]);
}

function figureOf(what: string, { lost, doubled }: Killed, beside: readonly string[]): Figure {
  return {
    what,
    measured: `lost ${lost.length}, doubled ${doubled.length}`,
    beside: [...beside, ...lost, ...doubled].join('; '),
    bar: BAR,
    holds: lost.length === 0 && doubled.length === 0,
  };
}

function say(progress: string): void {
  process.stderr.write(`${progress}\n`);
}
