import { randomUUID } from 'node:crypto';

import type { Log } from '../acts/ports';
import type { LineId } from '../vocabulary';
import type { FanoutHub } from './fanout';
import { createInProcessFanout } from './inProcessFanout';
import { createRedisClient, endRedisClient, within } from './redis';

const CHANNEL = 'between-visits-lines';
const PUBLISH_WITHIN_MS = 500;
/** Nobody sees sooner than this that a line has news, and a turn makes three of them. */
const TOGETHER_MS = 20;

/**
 * A hub over every process that shares a Redis. This process hears its own news directly, so that it misses none of
 * them while Redis is away; what another process told then is missed, and found when the page asks.
 */
export function createRedisFanout({ url, log }: { readonly url: string; readonly log: Log }): FanoutHub {
  const here = createInProcessFanout();
  const self = randomUUID();
  const publisher = createRedisClient(url, log);
  const subscriber = createRedisClient(url, log);
  /** Lines of which others are still to be told. */
  const untold = new Set<LineId>();
  let closed = false;
  const connected = Promise.all([publisher.connect(), subscriber.connect()])
    .then(() => subscriber.subscribe(CHANNEL, hear))
    .catch((error: unknown) => {
      if (!closed) log.warn({ error }, 'news of lines stays in this process');
    });

  function hear(news: string): void {
    const [from, ...lines] = news.split(' ');
    if (from !== self) lines.forEach((line) => here.tell({ line }));
  }

  function tellOthers(): void {
    const lines = [...untold];
    untold.clear();
    if (closed || !publisher.isReady) return;
    within(PUBLISH_WITHIN_MS, publisher.publish(CHANNEL, [self, ...lines].join(' '))).catch((error: unknown) =>
      log.warn({ count: lines.length, error }, 'other processes were not told of lines'),
    );
  }

  return {
    tell: ({ line }) => {
      here.tell({ line });
      if (untold.size === 0) setTimeout(tellOthers, TOGETHER_MS);
      untold.add(line);
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
