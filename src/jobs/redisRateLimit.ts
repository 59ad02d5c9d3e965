import type { Clock, Log } from '../acts/ports';
import { createInProcessRateLimit } from './inProcessRateLimit';
import type { RateLimit } from './rateLimit';
import { createRedisClient, endRedisClient, within } from './redis';

/** A limit is asked for before a page or a message is taken: it may cost no more than this. */
const ANSWER_WITHIN_MS = 100;

/** Counts one try and starts the window with the first, as one step: a key that never expired would shut its owner out. */
const COUNT = `
  local tries = redis.call('incr', KEYS[1])
  if tries == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
  return tries`;

export interface RedisRateLimit {
  readonly limit: RateLimit;
  /** Whether Redis answers now. May take for ever: a connection can be lost without a word. */
  answers(): Promise<boolean>;
  close(): void;
}

/** Counts over every process that shares a Redis; while it is away each process counts by itself. */
export function createRedisRateLimit(options: {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}): RedisRateLimit {
  const { url, clock, log } = options;
  const alone = createInProcessRateLimit(clock);
  const client = createRedisClient(url, log);
  let closed = false;
  client.connect().catch((error: unknown) => {
    if (!closed) log.warn({ error }, 'tries are counted in this process alone');
  });

  async function count(key: string, perMs: number): Promise<number | null> {
    if (!client.isReady) return null;
    const asked = client.eval(COUNT, { keys: [`between-visits-rate:${key}`], arguments: [String(perMs)] });
    return within(ANSWER_WITHIN_MS, asked.then(Number)).catch(() => null);
  }

  return {
    limit: async (key, rate) => {
      const tries = await count(key, rate.perMs);
      return tries === null ? alone(key, rate) : tries <= rate.atMost;
    },
    answers: async () => client.isReady && (await client.ping()) === 'PONG',
    close: () => {
      closed = true;
      endRedisClient(client);
    },
  };
}
