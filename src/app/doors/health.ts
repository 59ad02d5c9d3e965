import { Router } from 'express';
import type { House } from '../house/openHouse';

/** How long the record or Redis may take to answer before it counts as away. */
const ANSWER_WITHIN_MS = 2_000;

type Watched = Pick<House, 'open' | 'spool'> & { readonly hands: Pick<House['hands'], 'answers'> };

/**
 * `/healthz`: this process serves. `/readyz`: it can also keep a message in the record now, and each part that hangs
 * on something else, by name: the record, Redis where it is used, and the messages on its disk. While the record is
 * away it still receives (into the spool), so a load balancer may prefer another one but need not end this one. Redis
 * only hurries, and a spooled message nobody can read is for people to look at: both are said, neither makes it unready.
 */
export function health(house: Watched): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  router.get('/readyz', async (_request, response) => {
    const [record, redis, spool] = await Promise.all([recordAnswers(house), redisAnswers(house), lookAtSpool(house)]);
    const lines = [
      record ? 'ready' : 'not ready',
      `record: ${sayAnswers(record)}`,
      ...(redis === null ? [] : [`redis: ${sayAnswers(redis)}`]),
      `spool: ${spool}`,
    ];
    response
      .status(record ? 200 : 503)
      .type('text')
      .send(lines.map((line) => `${line}\n`).join(''));
  });
  return router;
}

const sayAnswers = (answers: boolean): string => (answers ? 'answers' : 'does not answer');

async function recordAnswers({ open }: Watched): Promise<boolean> {
  return (await inTime(open.record.nextDueAt().then(() => true))) ?? false;
}

/** Null where no Redis is used. */
async function redisAnswers({ hands }: Watched): Promise<boolean | null> {
  const { answers } = hands;
  return answers === null ? null : ((await inTime(answers())) ?? false);
}

/** What lies on this disk that nobody can read: somebody's words, which no process brings back by itself. */
async function lookAtSpool({ spool }: Watched): Promise<string> {
  const damaged = await inTime(spool.damaged());
  if (damaged === null) return 'the disk does not answer';
  if (damaged.length === 0) return 'in order';
  return damaged.length === 1 ? '1 message cannot be read' : `${damaged.length} messages cannot be read`;
}

/** What was asked for, or null when it breaks or takes too long. */
async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ANSWER_WITHIN_MS)));
  return Promise.race([asked.catch(() => null), tooLate]).finally(() => clearTimeout(timer));
}
