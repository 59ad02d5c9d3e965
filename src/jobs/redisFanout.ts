import { randomUUID } from 'node:crypto';

import type { Log } from '../acts/ports';
import type { FanoutHub } from './fanout';
import { createInProcessFanout } from './inProcessFanout';
import { createRedisClient, endRedisClient, within } from './redis';

const CHANNEL = 'between-visits-lines';
const PUBLISH_WITHIN_MS = 500;

/**
 * A hub over every process that shares a Redis. This process hears its own news directly, so that it misses none of
 * them while Redis is away; what another process told then is missed, and found when the page asks.
 */
export function createRedisFanout({ url, log }: { readonly url: string; readonly log: Log }): FanoutHub {
  const here = createInProcessFanout();
  const self = randomUUID();
  const publisher = createRedisClient(url, log);
  const subscriber = createRedisClient(url, log);
  let closed = false;
  const connected = Promise.all([publisher.connect(), subscriber.connect()])
    .then(() => subscriber.subscribe(CHANNEL, hear))
    .catch((error: unknown) => {
      if (!closed) log.warn({ error }, 'news of lines stays in this process');
    });

  function hear(news: string): void {
    const [from, line] = news.split(' ');
    if (from !== self && line !== undefined) here.tell({ line });
  }

  return {
    tell: ({ line }) => {
      here.tell({ line });
      if (!publisher.isReady) return;
      within(PUBLISH_WITHIN_MS, publisher.publish(CHANNEL, `${self} ${line}`)).catch((error: unknown) =>
        log.warn({ line, error }, 'other processes were not told of a line'),
      );
    },
    listen: here.listen,
    close: async () => {
      closed = true;
      [publisher, subscriber].forEach(endRedisClient);
      await within(PUBLISH_WITHIN_MS, connected);
      await here.close();
    },
  };
}
