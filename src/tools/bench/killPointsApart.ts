import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../vocabulary';
import { CannotGoOn } from '../tool';
import { aheadClock, aheadToShow } from './killApart/aheadClock';
import { freshDatabase } from './killApart/freshDatabase';
import { DISCLOSURES, liveApart, prepare, type DoomedAt, type LivedApart } from './killApart/live';
import { openServerRecord } from '../../app/alone/openUpToDate';
import { countRepeats, lacks } from './kill/ended';
import { flushRedis } from './flushRedis';
import { BENCH_KEYS } from './keys';
import type { Killed } from './killPoints';
import { benchRoster } from './roster';

export interface KilledApart extends Killed {
  /** Of the points, those that were passed before they could be killed at: two processes do not always take turns alike. */
  readonly notReached: number;
  /** How often the immediate-danger text came again, which alone may. */
  readonly immediateAgain: number;
  readonly byPart: Readonly<Record<DoomedAt['part'], number>>;
}

export interface On {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Lives are mostly waiting for clocks: so many are lived at once, each on a database of its own. */
const LANES = 3;
/** A Redis has this many databases unless told otherwise; the first is everybody's. */
const FIRST_REDIS = 1;

/**
 * The same with a server and a worker, each a process of its own, on a real Postgres and a real Redis: whichever makes
 * the call is killed before it, after it or before its commit, and started again as a supervisor would.
 */
export async function measureKillPointsApart(
  each: number,
  on: On,
  say: (progress: string) => void,
): Promise<KilledApart> {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-kill-apart-'));
  const begins = tomorrowAtTen();
  const template = `bench_kill_${process.pid}`;
  const live = (name: string, lane: number, doomed: DoomedAt | null) =>
    onFreshDatabase(on, template, name, lane, join(folder, name), (place) => liveApart(place, begins, doomed));
  const filled = await freshDatabase(on.databaseUrl, template);
  try {
    await fillTemplate(filled.url, begins);
    await prepare({ ...on, databaseUrl: filled.url, folder: join(folder, 'template') }, begins);
    const undisturbed = await live('undisturbed', 0, null);
    const tried = (['doors', 'work'] as const)
      .flatMap((part) => undisturbed.points[part].map((name, at) => ({ part, name, at })))
      .filter((_point, at) => at % each === 0);
    const lost: string[] = [];
    const doubled: string[] = [];
    const counts = { notReached: 0, immediateAgain: 0, tried: 0 };
    const waiting = [...tried];
    await Promise.all(Array.from({ length: LANES }, (_one, lane) => work(lane)));
    const byPart = { doors: countOf('doors'), work: countOf('work') };
    const { notReached, immediateAgain } = counts;
    return { points: tried.length, lost, doubled, notReached, immediateAgain, byPart };

    async function work(lane: number): Promise<void> {
      for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
        const { part, at } = point;
        const after = await live(`${part}_${at}`, lane, { part, at }).catch(brokenOff);
        judge(`${part} ${at}, ${(after && after.killedAt) ?? point.name}`, after);
      }
    }

    function judge(name: string, after: LivedApart | null): void {
      counts.tried += 1;
      const mayNotRepeat = after?.taken.filter((one) => !after.immediate.includes(one)) ?? [];
      if (after !== null && after.killedAt === null) counts.notReached += 1;
      if (after === null || lacks(after, undisturbed)) lost.push(name);
      if (countRepeats(mayNotRepeat) > 0) doubled.push(name);
      counts.immediateAgain += countRepeats(after?.immediate ?? []);
      const bad = lost.includes(name) ? ' LOST' : doubled.includes(name) ? ' DOUBLED' : '';
      say(`  killed at ${counts.tried} of ${tried.length}: ${name}${bad}`);
    }

    function brokenOff(error: unknown): null {
      if (!(error instanceof CannotGoOn)) throw error;
      say(`  ${error.message}`);
      return null;
    }

    function countOf(part: DoomedAt['part']): number {
      return tried.filter((point) => point.part === part).length;
    }
  } finally {
    await filled.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Always the same hour: whom the pathways tell depends on it. */
function tomorrowAtTen(): Instant {
  const tomorrow = aheadClock(24 * 3_600_000).now();
  return `${tomorrow.slice(0, 10)}T10:00:00.000Z`;
}

/** The database all others are copied from has the crowd, and nothing that happened. */
async function fillTemplate(databaseUrl: string, begins: Instant): Promise<void> {
  const open = await openServerRecord(databaseUrl, BENCH_KEYS, aheadClock(aheadToShow(begins)));
  try {
    await open.record.transaction((tx) => tx.roster.replace(benchRoster(DISCLOSURES.length, begins)));
  } finally {
    await open.close();
  }
}

async function onFreshDatabase<T>(
  { databaseUrl, redisUrl }: On,
  template: string,
  name: string,
  lane: number,
  folder: string,
  work: (place: { databaseUrl: string; redisUrl: string; folder: string }) => Promise<T>,
): Promise<T> {
  const database = await freshDatabase(databaseUrl, `${template}_${name}`, template);
  try {
    const redis = Object.assign(new URL(redisUrl), { pathname: `/${FIRST_REDIS + lane}` }).href;
    await flushRedis(redis);
    return await work({ databaseUrl: database.url, redisUrl: redis, folder });
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
