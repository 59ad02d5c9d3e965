import express, { type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import { looksOverWork } from '../need-to-know/offices';
import { eyeOf, type Desk } from '../web/desk';
import { listTexts } from './listTexts';

const SHOWN_MS = 28 * DAY_MS;

/** What colleagues have texted to our number that was no reply code: where a text to the lead about it leads. */
export function colleagues(desk: Desk): Router {
  const router = express.Router();

  router.get('/colleagues', async (req, res) => {
    const eye = eyeOf(res);
    if (!looksOverWork(eye.reader, eye.roster, eye.now)) return desk.notHere(req, res);
    const texts = await desk.views.colleagueTexts(later(eye.now, -SHOWN_MS));
    const read = { page: 'colleagues', concern: null, line: null, youngPerson: null, throughGlass: false } as const;
    await desk.book.recordRead({ by: eye.reader.id, ...read }, eye.now);
    desk.show(req, res, 'colleagues/view.njk', 'Texts from colleagues', listTexts(eye, texts));
  });

  return router;
}
