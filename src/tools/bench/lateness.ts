import { setTimeout as wait } from 'node:timers/promises';
import { later, msBetween, type Instant } from '../../vocabulary';
import type { BenchHouse } from './benchHouse';
import { percentile } from './figure';

const LOOK_EVERY_MS = 100;
const FAR_AHEAD_MS = 24 * 3_600_000;
/** Writing a step may take this long: none falls due before all are there, which would count as the service's delay. */
const WRITTEN_WITHIN_MS = 0.4;

export interface Lateness {
  readonly p99Ms: number;
  /** The same of what fell due after half-time, when what hurries work was taken away; null where nothing was. */
  readonly afterwardsP99Ms: number | null;
  readonly waiting: number;
}

/**
 * How late the oldest waiting step is, looked at ten times a second while `due` steps fall due evenly over `overMs`
 * with `waiting` more behind them. `atHalfTime` is done between the halves, which then are measured apart. The steps are notes of check-ins that never were: found, locked, done.
 */
export async function measureLateness(
  { house }: BenchHouse,
  { waiting, due, overMs }: { waiting: number; due: number; overMs: number },
  atHalfTime: (() => Promise<void>) | null = null,
): Promise<Lateness> {
  const { ctx, open } = house;
  const now = ctx.clock.now();
  const begin = later(now, 2_000 + Math.ceil(waiting * WRITTEN_WITHIN_MS));
  await ctx.record.transaction(async (tx) => {
    for (let at = 0; at < waiting; at += 1) {
      const afterMs = at < due ? (at * overMs) / due : FAR_AHEAD_MS;
      const id = ctx.ids.next();
      await tx.errands.add({
        id,
        kind: 'note',
        subject: `none-${id}`,
        line: null,
        dueAt: later(begin, afterMs),
        doneAt: null,
      });
    }
  });
  await wait(Math.max(0, msBetween(ctx.clock.now(), begin)));
  const half = later(begin, overMs / 2);
  const end = later(begin, overMs);
  if (atHalfTime === null) {
    return { p99Ms: percentile(await lookUntil(end), 0.99), afterwardsP99Ms: null, waiting };
  }
  const before = await lookUntil(half);
  await atHalfTime();
  const afterwards = await lookUntil(end);
  return { p99Ms: percentile(before, 0.99), afterwardsP99Ms: percentile(afterwards, 0.99), waiting };

  /** How late the oldest step was, each time it was looked. */
  async function lookUntil(until: Instant): Promise<readonly number[]> {
    const lates: number[] = [];
    while (ctx.clock.now() < until) {
      const at = ctx.clock.now();
      const [oldest] = await open.record.due(at, 1);
      lates.push(oldest ? msBetween(oldest.dueAt, at) : 0);
      await wait(LOOK_EVERY_MS);
    }
    return lates;
  }
}
