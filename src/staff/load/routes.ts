import express, { type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import { looksOverWork } from '../need-to-know/offices';
import { eyeOf, type Desk } from '../web/desk';
import { listHolders } from './listHolders';
import { sayLoad } from './sayLoad';
import { QUARTER_DAYS, seeLoad } from './seeLoad';

/** What the service asks of the people who work with it, beside what it may ask: for whoever looks over the work. */
export function load(desk: Desk): Router {
  const router = express.Router();

  router.get('/load', async (req, res) => {
    const eye = eyeOf(res);
    if (!looksOverWork(eye.reader, eye.roster, eye.now)) return desk.notHere(req, res);
    const [rows, open] = await Promise.all([
      desk.views.load(later(eye.now, -QUARTER_DAYS * DAY_MS)),
      desk.views.openConcerns(),
    ]);
    const figures = sayLoad(eye, seeLoad(eye, rows));
    desk.show(req, res, 'load/view.njk', 'Load', { figures, holders: listHolders(eye, open) });
  });

  return router;
}
