import type { Clock, Log, Nudge, RecordPort } from '../../acts';
import type { Config } from '../../config';
import { createBullNudge } from '../../jobs/bullNudge';
import { startBullWorker } from '../../jobs/bullWorker';
import { createCrew } from '../../jobs/crew';
import type { FanoutHub } from '../../jobs/fanout';
import { createInProcessFanout } from '../../jobs/inProcessFanout';
import { createInProcessNudge } from '../../jobs/inProcessNudge';
import { createInProcessRateLimit } from '../../jobs/inProcessRateLimit';
import type { RateLimit } from '../../jobs/rateLimit';
import { createRedisFanout } from '../../jobs/redisFanout';
import { createRedisRateLimit } from '../../jobs/redisRateLimit';
import { startSweep } from '../../jobs/sweep';
import type { Perform, Work } from '../../jobs/work';

/** What hurries work, does it, spreads news of it, and counts how often something is tried. */
export interface Hands {
  readonly nudge: Nudge;
  readonly hub: FanoutHub;
  readonly rateLimit: RateLimit;
  /** Whether Redis answers now; null where none is used. */
  readonly answers: (() => Promise<boolean>) | null;
  close(): Promise<void>;
}

export interface HandsOptions {
  readonly config: Pick<Config, 'redisUrl'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly record: RecordPort;
  readonly works: boolean;
  readonly perform: Perform;
  /** Called when a piece of work has failed several times in a row. */
  readonly onStuck: (work: Work) => void;
}

/** Pieces of work one process does at the same moment. */
const AT_ONCE = 8;
/**
 * Hands that turns and errands leave to notices, concerns and what is written: at its fullest none of these waits for
 * talk.
 */
const KEPT_FREE = 2;

/**
 * With Redis, nudges and news cross processes; without it the sweep does the rest. A process that works hurries itself:
 * it is there already, and what it wrote need not go round by Redis.
 */
export function openHands({ config, clock, log, record, works, perform, onStuck }: HandsOptions): Hands {
  const crew = createCrew({ perform, clock, log, atOnce: AT_ONCE, keptFree: KEPT_FREE, onStuck });
  const sweep = works ? startSweep({ due: record.due, crew, clock, log }) : null;
  const own = createInProcessNudge(crew);
  const url = config.redisUrl;
  if (url === null) {
    const hub = createInProcessFanout();
    return {
      nudge: works ? own.nudge : () => {},
      hub,
      rateLimit: createInProcessRateLimit(clock),
      answers: null,
      async close() {
        own.close();
        await sweep?.close();
        await crew.close();
        await hub.close();
      },
    };
  }
  const bull = works ? null : createBullNudge({ url, log });
  const worker = works ? startBullWorker({ url, crew, log, atOnce: AT_ONCE }) : null;
  const hub = createRedisFanout({ url, log });
  const limits = createRedisRateLimit({ url, clock, log });
  return {
    nudge: bull?.nudge ?? own.nudge,
    hub,
    rateLimit: limits.limit,
    answers: limits.answers,
    async close() {
      own.close();
      await worker?.close();
      await sweep?.close();
      await crew.close();
      await bull?.close();
      await hub.close();
      limits.close();
    },
  };
}
