import { setTimeout as wait } from 'node:timers/promises';
import { later, msBetween, type Instant, type Milliseconds } from '../../vocabulary';
import type { BenchHouse } from './benchHouse';
import { percentile } from './figure';

const LOOK_EVERY_MS = 500;
const FAR_AHEAD_MS = 24 * 3_600_000;
/** Writing a step may take this long: none falls due before all are there, which would count as the service's delay. */
const WRITTEN_WITHIN_MS = 0.4;
/** What is not done so long after the last step fell due is left undone. */
const ENDS_WITHIN_MS = 60_000;
const READ_AT_ONCE = 1_000;

/** How late the steps were that fell due in one stretch of time. */
export interface Lateness {
  readonly p99Ms: Milliseconds;
  readonly longestMs: Milliseconds;
  /** How many fell due, and how many of them nobody ever did. */
  readonly due: number;
  readonly undone: number;
}

export interface Latenesses {
  readonly before: Lateness;
  /** Of what fell due after half-time, when what hurries work was taken away; null where nothing was. */
  readonly afterwards: Lateness | null;
}

interface Step {
  readonly id: string;
  readonly dueAt: Instant;
}

/**
 * How late each of `due` steps is done that fall due evenly over `overMs`, of `waiting` in all; as the service itself notes
 * it, which is when it has the step's lock. `atHalfTime` is done between the halves, which then are measured apart. The
 * steps are notes of check-ins that never were: found, locked, done.
 */
export async function measureLateness(
  { house: { ctx } }: BenchHouse,
  { waiting, due, overMs }: { waiting: number; due: number; overMs: number },
  atHalfTime: (() => Promise<void>) | null = null,
): Promise<Latenesses> {
  const begin = later(ctx.clock.now(), 2_000 + Math.ceil(waiting * WRITTEN_WITHIN_MS));
  const [half, end] = [later(begin, overMs / 2), later(begin, overMs)];
  const steps: Step[] = [];
  await ctx.record.transaction(async (tx) => {
    for (let at = 0; at < waiting; at += 1) {
      const step = { id: ctx.ids.next(), dueAt: later(begin, at < due ? (at * overMs) / due : FAR_AHEAD_MS) };
      await tx.errands.add({ ...step, kind: 'note', subject: `none-${step.id}`, line: null, doneAt: null });
      if (at < due) steps.push(step);
    }
  });
  await waitUntil(half);
  await atHalfTime?.();
  await waitUntil(end);
  const doneAt = await readDoneAt();
  if (atHalfTime === null) return { before: latenessOf(steps), afterwards: null };
  return {
    before: latenessOf(steps.filter(({ dueAt }) => dueAt < half)),
    afterwards: latenessOf(steps.filter(({ dueAt }) => dueAt >= half)),
  };

  function waitUntil(moment: Instant): Promise<void> {
    return wait(Math.max(0, msBetween(ctx.clock.now(), moment)));
  }

  /** When each was done, once all are or too long has passed. */
  async function readDoneAt(): Promise<ReadonlyMap<string, Instant>> {
    const done = new Map<string, Instant>();
    const givenUpAt = later(end, ENDS_WITHIN_MS);
    for (;;) {
      const open = steps.filter(({ id }) => !done.has(id));
      for (let at = 0; at < open.length; at += READ_AT_ONCE) {
        await ctx.record.transaction(async (tx) => {
          const read = await Promise.all(open.slice(at, at + READ_AT_ONCE).map(({ id }) => tx.errands.get(id)));
          for (const errand of read) if (errand?.doneAt) done.set(errand.id, errand.doneAt);
        });
      }
      if (done.size === steps.length || ctx.clock.now() > givenUpAt) return done;
      await wait(LOOK_EVERY_MS);
    }
  }

  function latenessOf(some: readonly Step[]): Lateness {
    const lates = some.flatMap(({ id, dueAt }) => {
      const at = doneAt.get(id);
      return at === undefined ? [] : [msBetween(dueAt, at)];
    });
    const longestMs = percentile(lates, 1);
    return { p99Ms: percentile(lates, 0.99), longestMs, due: some.length, undone: some.length - lates.length };
  }
}
