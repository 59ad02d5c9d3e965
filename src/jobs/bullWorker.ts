import { Worker } from 'bullmq';
import { z } from 'zod';

import type { Log } from '../acts/ports';
import { QUEUE } from './bullNudge';
import { keepBullPart } from './bullPart';
import type { Crew } from './crew';

/** With BullMQ's own 30 s, work of a killed worker would wait a minute; the sweep finds it sooner, but not its lock. */
const LOCK_MS = 10_000;
const STALLED_EVERY_MS = 3_000;
/** A worker that is killed at every deploy must not make a job count as broken. */
const STALLED_AT_MOST = 100;

const job = z.object({
  name: z.enum(['turn', 'concern', 'notice', 'delivery', 'errand']),
  data: z.object({ id: z.string().min(1).max(64) }),
});

export interface BullWorker {
  /** Takes no further jobs and resolves when those under way have ended (or Redis has not answered for 2 s). */
  close(): Promise<void>;
}

/**
 * Gives every nudge that came through Redis to this process's crew at once, without waiting for it to be done:
 * otherwise urgent work would queue in Redis behind less urgent work. The crew decides what comes first; the row is
 * still due if this process dies.
 */
export function startBullWorker(options: {
  readonly url: string;
  readonly crew: Crew;
  readonly log: Log;
  readonly atOnce: number;
}): BullWorker {
  const { url, crew, log, atOnce } = options;
  const { close } = keepBullPart({
    url,
    log,
    make: (connection) =>
      new Worker(QUEUE, hand, {
        connection,
        concurrency: atOnce,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_EVERY_MS,
        maxStalledCount: STALLED_AT_MOST,
        autorun: false,
      }),
    work: (worker) => worker.run(),
  });

  async function hand(given: unknown): Promise<void> {
    const read = job.safeParse(given);
    if (!read.success) return log.error({ queue: QUEUE }, 'a job that is none of ours was left aside');
    void crew.take({ kind: read.data.name, id: read.data.data.id });
  }

  return { close };
}
