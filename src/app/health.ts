import { Router } from 'express';
import type { House } from './openHouse';

/** How long the record may take to answer before this process is not ready. */
const ANSWER_WITHIN_MS = 2_000;

/**
 * `/healthz`: this process serves. `/readyz`: it can also keep a message in the record now; while it cannot, it still
 * receives (into the spool), so a load balancer may prefer another one but need not end this one. It also says when
 * messages on its disk cannot be read: those are somebody's words, and no process can bring them back by itself.
 */
export function health(house: Pick<House, 'open' | 'spool'>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  router.get('/readyz', async (_request, response) => {
    const ready = await answers(house);
    const damaged = (await house.spool.damaged()).length;
    const says = ready ? 'ready\n' : 'the record does not answer\n';
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(damaged === 0 ? says : `${says}${damaged} spooled messages on this disk cannot be read\n`);
  });
  return router;
}

async function answers({ open }: Pick<House, 'open'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS)));
  const asked = open.record.nextDueAt().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
