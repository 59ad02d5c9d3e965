import express, { type Router } from 'express';
import { looksAfterService } from '../need-to-know/offices';
import type { MendingGroup } from '../ports';
import { eyeOf, type Desk } from '../web/desk';

/** What is broken or missing, and how to mend it: where the page that the service needs mending leads. */
export function mending(desk: Desk): Router {
  const router = express.Router();

  router.get('/mending', async (req, res) => {
    const { reader } = eyeOf(res);
    if (!looksAfterService(reader)) return desk.notHere(req, res);
    const { at, groups } = await desk.toMend();
    const broken = groups
      .filter(({ found }) => found.length > 0)
      .map(({ about, found }) => ({ about, ways: byHowToMend(found) }));
    const whole = groups.filter(({ found }) => found.length === 0);
    desk.show(req, res, 'mending/view.njk', 'What needs mending', { lookedAt: at, broken, whole });
  });

  return router;
}

/** What is mended in the same way stands together, so that the way is read once. */
function byHowToMend(found: MendingGroup['found']) {
  return [...new Set(found.map(({ give }) => give))].map((give) => ({
    give,
    whats: found.filter((one) => one.give === give).map(({ what }) => what),
  }));
}
