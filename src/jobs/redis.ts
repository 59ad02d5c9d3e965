import { createClient } from 'redis';

import type { Log } from '../acts/ports';

export type RedisClient = ReturnType<typeof createClient>;

const LONGEST_WAIT_MS = 2_000;

/**
 * A client that keeps trying to connect, for ever. An outage is logged once when it begins and once when it ends:
 * the client itself reports every failed attempt.
 */
export function createRedisClient(url: string, log: Log): RedisClient {
  const client = createClient({
    url,
    socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, LONGEST_WAIT_MS) },
  });
  let away = false;
  client.on('error', (error: unknown) => {
    if (!away) log.warn({ error }, 'Redis is away: work is found by the sweep instead');
    away = true;
  });
  client.on('ready', () => {
    if (away) log.info({}, 'Redis is back');
    away = false;
  });
  return client as RedisClient;
}

/** Resolves with what `promise` gives, or with null once `limitMs` have passed: a command to an absent Redis never ends. */
export function within<T>(limitMs: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), limitMs)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
