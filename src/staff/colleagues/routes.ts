import express, { type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import { looksOverWork } from '../need-to-know/offices';
import { eyeOf, type Desk } from '../web/desk';
import { listOpened } from './listOpened';
import { listTexts } from './listTexts';

const SHOWN_MS = 28 * DAY_MS;

/** What colleagues texted that was no reply code, and what they opened with a reason: where texts to the lead lead. */
export function colleagues(desk: Desk): Router {
  const router = express.Router();

  router.get('/colleagues', async (req, res) => {
    const eye = eyeOf(res);
    if (!looksOverWork(eye.reader, eye.roster, eye.now)) return desk.notHere(req, res);
    const since = later(eye.now, -SHOWN_MS);
    const [texts, opened] = await Promise.all([desk.views.colleagueTexts(since), desk.views.glassOpenedSince(since)]);
    const read = { page: 'colleagues', concern: null, line: null, youngPerson: null, throughGlass: false } as const;
    await desk.book.recordRead({ by: eye.reader.id, ...read }, eye.now);
    desk.show(req, res, 'colleagues/view.njk', 'From colleagues', {
      rows: listTexts(eye, texts),
      opened: listOpened(eye, opened),
    });
  });

  return router;
}
