import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { health } from '../../../src/app/doors/health';
import { createRedisRateLimit } from '../../../src/jobs/redisRateLimit';
import { handClock, keptLog, until } from '../../jobs/hands';
import { describeOnRedis } from '../../harness/servers';

type Watched = Parameters<typeof health>[0];
type Parts = { readonly [Part in 'record' | 'redis' | 'spool']?: () => Promise<unknown> };

const broken = (): Promise<never> => Promise.reject(new Error('a secret of the machine'));

/** A house of which only the parts of readiness stand. */
function house({ record = async () => null, redis, spool = async () => [] }: Parts): Watched {
  return {
    open: { record: { nextDueAt: record } },
    spool: { damaged: spool },
    hands: { answers: redis ?? null },
  } as unknown as Watched;
}

let server: Server | undefined;
afterEach(() => void server?.close());

async function readyz(watched: Watched): Promise<readonly [number, string]> {
  server = createServer(express().use(health(watched)));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  return [answer.status, await answer.text()];
}

test.each<[string, Parts, number, string]>([
  ['everything answers', { redis: async () => true }, 200, 'ready\nrecord: answers\nredis: answers\nspool: in order\n'],
  ['no Redis is used', {}, 200, 'ready\nrecord: answers\nspool: in order\n'],
  ['the record is away', { record: broken }, 503, 'not ready\nrecord: does not answer\nspool: in order\n'],
  [
    'Redis is away, which only hurries',
    { redis: broken },
    200,
    'ready\nrecord: answers\nredis: does not answer\nspool: in order\n',
  ],
  [
    'two spooled messages cannot be read',
    { spool: async () => [{}, {}] },
    200,
    'ready\nrecord: answers\nspool: 2 messages cannot be read\n',
  ],
  ['the disk is broken', { spool: broken }, 200, 'ready\nrecord: answers\nspool: the disk does not answer\n'],
])('where %s, /readyz names each part and says nothing else of it', async (_what, parts, status, says) => {
  expect(await readyz(house(parts))).toEqual([status, says]);
});

describeOnRedis('on a real Redis', (redis) => {
  test('a Redis that goes away no longer answers, and answers again when it is back', async () => {
    const limits = createRedisRateLimit({ url: redis().url, clock: handClock(), log: keptLog() });
    try {
      let answers = false;
      const ask = () => {
        void limits.answers().then(
          (now) => (answers = now),
          () => (answers = false),
        );
        return answers;
      };
      await until(ask);
      await redis().away();
      await until(() => !ask());
      await redis().back();
      await until(ask);
    } finally {
      limits.close();
    }
  });
});
