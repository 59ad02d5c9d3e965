import type { Clock, Log } from '../acts/ports';
import { keyOf, type Perform, type Work } from './work';

/** A piece of work that fails is left alone this long, doubling up to the longest: a mended cause is soon noticed. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** Failures in a row after which a human is told. */
const STUCK_AFTER = 5;
/** Failures nobody asked about for this long are forgotten: another process has done the work. */
const FORGET_AFTER_MS = 600_000;

export interface CrewOptions {
  readonly perform: Perform;
  readonly clock: Clock;
  readonly log: Log;
  /** How many pieces of work run at the same moment. */
  readonly atOnce: number;
  /**
   * How many of these slots turns and errands leave free for more urgent work; texts to young people leave one free.
   * Default: none.
   */
  readonly keptFree?: number;
  /** Called once when a piece of work has failed several times in a row: somebody must look. */
  readonly onStuck?: (work: Work) => void;
}

/** Does work, each piece never twice at the same moment. */
export interface Crew {
  /**
   * Does the work when a slot is free; resolves when it has run, whether well or not. Taken again while it waits, it
   * still runs once; taken again while it runs, it runs once more, since the row may have changed after it was read.
   * Work that has just failed is left alone until its pause is over.
   */
  take(work: Work): Promise<void>;
  /** Whether the work is waiting, running, or left alone after a failure. */
  holds(work: Work): boolean;
  /** How many pieces of work it holds. */
  held(): number;
  /** Resolves when a slot is free for any kind of work. */
  whenFree(): Promise<void>;
  /** Takes nothing more, forgets what waits (the rows keep it), resolves when what runs has ended. */
  close(): Promise<void>;
}

interface Waiting {
  readonly work: Work;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

interface Failure {
  readonly times: number;
  readonly untilMs: number;
}

/**
 * The order of work: telling a human and the clocks of concerns first, then texts to young people, then everything
 * else.
 */
const RANK: Readonly<Record<Work['kind'], number>> = { notice: 0, concern: 0, delivery: 1, turn: 2, errand: 2 };

/** A crew with `atOnce` slots. It keeps nothing that the rows do not: what it forgets the sweep finds again. */
export function createCrew({ perform, clock, log, atOnce, keptFree = 0, onStuck }: CrewOptions): Crew {
  /** By rank, the first passes the others; within a rank in order. */
  const waiting = [0, 1, 2].map(() => new Map<string, Waiting>());
  /** How many may run when another of this rank begins. */
  const handsOf = [atOnce, atOnce - Math.min(keptFree, 1), atOnce - keptFree];
  const running = new Map<string, Promise<void>>();
  const failed = new Map<string, Failure>();
  let listeners: (() => void)[] = [];
  let closed = false;

  const nowMs = () => Date.parse(clock.now());
  const isPaused = (key: string) => (failed.get(key)?.untilMs ?? 0) > nowMs();
  const queueOf = (work: Work) => waiting[RANK[work.kind]]!;
  const countWaiting = () => waiting.reduce((count, queue) => count + queue.size, 0);
  const isFree = () => running.size < atOnce - keptFree;

  function take(work: Work): Promise<void> {
    const key = keyOf(work);
    if (closed || isPaused(key)) return Promise.resolve();
    const already = queueOf(work).get(key);
    if (already) return already.done;
    let finish = () => {};
    const done = new Promise<void>((resolve) => (finish = resolve));
    queueOf(work).set(key, { work, done, finish });
    startWhatCan();
    return done;
  }

  function startWhatCan(): void {
    for (const [rank, queue] of waiting.entries()) {
      for (const [key, next] of queue) {
        if (running.size >= handsOf[rank]!) return;
        if (running.has(key)) continue;
        queue.delete(key);
        running.set(key, run(key, next));
      }
    }
    if (isFree()) tellFree();
  }

  async function run(key: string, { work, finish }: Waiting): Promise<void> {
    const startedMs = nowMs();
    try {
      await perform(work);
      failed.delete(key);
    } catch (error) {
      noteFailure(key, work, error, startedMs);
    }
    running.delete(key);
    finish();
    startWhatCan();
  }

  function noteFailure(key: string, work: Work, error: unknown, startedMs: number): void {
    const times = (failed.get(key)?.times ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    failed.set(key, { times, untilMs: nowMs() + pauseMs });
    log.error(
      { kind: work.kind, id: work.id, attempt: times, ms: nowMs() - startedMs, afterMs: pauseMs, error },
      'work failed and will be tried again',
    );
    if (times === STUCK_AFTER) onStuck?.(work);
  }

  function countPaused(): number {
    const now = nowMs();
    let paused = 0;
    for (const [key, { untilMs }] of failed) {
      if (untilMs > now) paused += 1;
      else if (untilMs + FORGET_AFTER_MS < now) failed.delete(key);
    }
    return paused;
  }

  function tellFree(): void {
    const told = listeners;
    listeners = [];
    told.forEach((tell) => tell());
  }

  return {
    take,
    holds: (work) => queueOf(work).has(keyOf(work)) || running.has(keyOf(work)) || isPaused(keyOf(work)),
    held: () => countWaiting() + running.size + countPaused(),
    whenFree: () => (isFree() ? Promise.resolve() : new Promise((resolve) => listeners.push(() => resolve()))),
    close: async () => {
      closed = true;
      for (const queue of waiting) {
        queue.forEach(({ finish }) => finish());
        queue.clear();
      }
      await Promise.all(running.values());
      tellFree();
    },
  };
}
