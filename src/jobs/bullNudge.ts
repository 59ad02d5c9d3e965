import { Queue } from 'bullmq';

import type { Log, Nudge } from '../acts/ports';
import { keepBullPart } from './bullPart';
import { within } from './redis';

export const QUEUE = 'between-visits-due';

/** Longer than this a nudge is no use: the sweep has found the row. */
const ADD_WITHIN_MS = 500;

export interface BullNudge {
  readonly nudge: Nudge;
  close(): Promise<void>;
}

/**
 * Hurries work through Redis, so that any worker may take it. Never waits and never throws: while Redis is away a
 * nudge is dropped at once, since a command to an absent Redis would neither succeed nor fail, but pile up.
 */
export function createBullNudge({ url, log }: { readonly url: string; readonly log: Log }): BullNudge {
  const kept = keepBullPart({
    url,
    log,
    make: (connection) =>
      new Queue(QUEUE, {
        connection,
        // A job is used up whatever came of it: what is still due is in the row.
        defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
      }),
  });

  async function add(queue: Queue, { kind, id, afterMs = 0 }: Parameters<Nudge>[0]): Promise<void> {
    try {
      await within(ADD_WITHIN_MS, queue.add(kind, { id }, { delay: afterMs }));
    } catch (error) {
      log.warn({ kind, id, error }, 'could not hurry work: the sweep will find it');
    }
  }

  return {
    nudge: (work) => {
      const queue = kept.now();
      if (queue) void add(queue, work);
    },
    close: kept.close,
  };
}
