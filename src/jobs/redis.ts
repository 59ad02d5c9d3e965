import { createClient } from 'redis';

import type { Log } from '../acts/ports';

export type RedisClient = ReturnType<typeof createClient>;

const LONGEST_WAIT_MS = 2_000;

/** Logs an outage once when it begins and once when it ends: a client reports every failed attempt to connect. */
export interface OutageLog {
  begins(error: unknown): void;
  ends(): void;
}

/** Logs an outage once as it begins and once as it ends, however many askings fail in it. */
export function createOutageLog(log: Log): OutageLog {
  let away = false;
  return {
    begins: (error) => {
      if (!away) log.warn({ error }, 'Redis is away: work is found by the sweep instead');
      away = true;
    },
    ends: () => {
      if (away) log.info({}, 'Redis is back');
      away = false;
    },
  };
}

/** A client that keeps trying to connect, for ever. Clients that follow one another share one `outage`. */
export function createRedisClient(url: string, log: Log, outage = createOutageLog(log)): RedisClient {
  const client = createClient({
    url,
    // Each of our own commands has a limit (`within`); the client's would cost a timer and an error for every one that
    // ended well.
    commandOptions: { timeout: 0 },
    socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, LONGEST_WAIT_MS) },
  });
  client.on('error', outage.begins);
  client.on('ready', outage.ends);
  return client as RedisClient;
}

/** What of a client its end needs. */
export interface Endable {
  readonly isOpen: boolean;
  on(event: 'connect', hear: () => void): unknown;
  destroy(): void;
}

/**
 * Ends a client for good, whatever it is doing. One that is ended in the middle of connecting would still keep the
 * connection it then gets, and with it the process: it is ended once more when it has it.
 */
export function endRedisClient(client: Endable): void {
  client.on('connect', () => client.destroy());
  if (client.isOpen) client.destroy();
}

/** Resolves with what `promise` gives, or with null once `limitMs` have passed: a command to an absent Redis never ends. */
export function within<T>(limitMs: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), limitMs)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
