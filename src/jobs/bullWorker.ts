import { createNodeRedisClient, Worker } from 'bullmq';
import { z } from 'zod';

import type { Log } from '../acts/ports';
import { QUEUE } from './bullNudge';
import type { Crew } from './crew';
import { createRedisClient, within } from './redis';

/** With BullMQ's own 30 s, work of a killed worker would wait a minute; the sweep finds it sooner, but not its lock. */
const LOCK_MS = 10_000;
const STALLED_EVERY_MS = 3_000;
/** A worker that is killed at every deploy must not make a job count as broken. */
const STALLED_AT_MOST = 100;
const CLOSE_WITHIN_MS = 2_000;

const job = z.object({
  name: z.enum(['turn', 'concern', 'notice', 'delivery', 'errand']),
  data: z.object({ id: z.string().min(1).max(64) }),
});

export interface BullWorker {
  /** Takes no further jobs and resolves when those under way have ended (or Redis has not answered for 2 s). */
  close(): Promise<void>;
}

/**
 * Hands every nudge that came through Redis to this process's crew, and does not wait for it to be done: what is urgent
 * would stand in Redis behind what is not. The crew decides what comes first; the row is still due if this process dies.
 */
export function startBullWorker(options: {
  readonly url: string;
  readonly crew: Crew;
  readonly log: Log;
  readonly atOnce: number;
}): BullWorker {
  const { url, crew, log, atOnce } = options;
  const client = createRedisClient(url, log);
  const worker = new Worker(
    QUEUE,
    async (given) => {
      const read = job.safeParse(given);
      if (!read.success) return log.error({ queue: QUEUE }, 'a job that is none of ours was left aside');
      void crew.take({ kind: read.data.name, id: read.data.data.id });
    },
    {
      connection: createNodeRedisClient(client),
      concurrency: atOnce,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_EVERY_MS,
      maxStalledCount: STALLED_AT_MOST,
    },
  );
  // `createRedisClient` has logged it already; an error event without a listener would end the process.
  worker.on('error', () => {});
  return {
    close: async () => {
      // While Redis is away there is no job to wait for, and BullMQ would wait for the connection instead.
      await within(CLOSE_WITHIN_MS, worker.close(!client.isReady));
      if (client.isOpen) client.destroy();
    },
  };
}
