import express, { type Router } from 'express';
import { looksOverWork } from '../need-to-know/offices';
import { eyeOf, type Desk } from '../web/desk';
import { listWeek } from './listWeek';

/** The week's list, for whoever looks over everybody's work: where the text of Monday morning leads. */
export function weekly(desk: Desk): Router {
  const router = express.Router();

  router.get('/weekly', async (req, res) => {
    const eye = eyeOf(res);
    if (!looksOverWork(eye.reader, eye.roster, eye.now)) return desk.notHere(req, res);
    desk.show(req, res, 'weekly/view.njk', 'Weekly list', listWeek(eye, await desk.views.openConcerns()));
  });

  return router;
}
