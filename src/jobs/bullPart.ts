import { createNodeRedisClient } from 'bullmq';

import type { Log } from '../acts/ports';
import { createOutageLog, createRedisClient, endRedisClient, within, type Endable, type RedisClient } from './redis';

const BEGIN_WITHIN_MS = 500;
const CLOSE_WITHIN_MS = 2_000;
/** Between a beginning that failed and the next. */
const PAUSE_MS = 500;

export type BullConnection = ReturnType<typeof createNodeRedisClient>;

export interface KeptBullPart<Part> {
  /** The part, or null while it has not begun or Redis is away. */
  now(): Part | null;
  /** Resolves when what is under way has ended, or Redis has not answered for 2 s. */
  close(): Promise<void>;
}

/** What a queue and a worker of BullMQ have in common. */
interface BullPart {
  on(event: 'error', hear: () => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

interface Try<Part> {
  readonly client: RedisClient;
  /** The client, and the second one that a worker makes of it. */
  readonly clients: readonly Endable[];
  readonly part: Part;
  readonly begun: Promise<unknown>;
}

/**
 * Keeps a queue or a worker of BullMQ over a Redis that may go away at any moment. BullMQ asks Redis once, as a part
 * begins, what it can do. A part that was not answered then never works again, and a worker would ask itself for the
 * next job without ever pausing, which stops its whole process: no sweep, no notice. So a part works only once it has
 * begun well, and one that has not is thrown away and made anew.
 */
export function keepBullPart<Part extends BullPart>(options: {
  readonly url: string;
  readonly log: Log;
  readonly make: (connection: BullConnection) => Part;
  /** What the part does once it has begun, until it is closed; nothing by itself unless given. */
  readonly work?: (part: Part) => Promise<unknown>;
}): KeptBullPart<Part> {
  let closing = false;
  let tellClosed = () => {};
  const closed = new Promise<void>((resolve) => (tellClosed = resolve));
  const { url, log, make, work = () => closed } = options;
  const outage = createOutageLog(log);
  let sound = false;
  let current = begin();
  void keepWorking();

  function begin(): Try<Part> {
    const client = createRedisClient(url, log, outage);
    const clients: Endable[] = [client];
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (...options) => {
      const second = duplicate(...options);
      clients.push(second);
      return second;
    };
    const part = make(hearErrors(createNodeRedisClient(client)));
    part.on('error', ignore);
    return { client, clients, part, begun: part.waitUntilReady() };
  }

  async function keepWorking(): Promise<void> {
    while (!closing) {
      try {
        await current.begun;
        sound = true;
        await work(current.part);
      } catch (error) {
        if (!closing) log.warn({ error }, 'Redis did not answer as hurrying work needs it: it is asked again');
      }
      if (closing) return;
      sound = false;
      await end(current);
      await within(PAUSE_MS, closed);
      if (closing) return;
      current = begin();
    }
  }

  return {
    now: () => (sound && current.client.isReady ? current.part : null),
    close: async () => {
      closing = true;
      tellClosed();
      await within(BEGIN_WITHIN_MS, current.begun.then(ignore, ignore));
      await end(current);
    },
  };
}

/** While Redis is away there is no job to wait for, and BullMQ would wait for the connection instead. */
async function end<Part extends BullPart>({ client, clients, part }: Try<Part>): Promise<void> {
  await within(CLOSE_WITHIN_MS, part.close(!client.isReady).then(ignore, ignore));
  clients.forEach(endRedisClient);
}

/**
 * `createRedisClient` logs an outage; an error event that nobody hears would end the process, and BullMQ stops listening
 * as it closes.
 */
function hearErrors(connection: BullConnection): BullConnection {
  connection.on('error', ignore);
  const duplicate = connection.duplicate.bind(connection);
  connection.duplicate = (...options) => hearErrors(duplicate(...options) as BullConnection);
  return connection;
}

function ignore(): void {}
