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
    const open = await desk.views.openConcerns();
    const repeated = await desk.views.repeatedWorries([...new Set(open.map(({ line }) => line))]);
    desk.show(req, res, 'weekly/view.njk', 'Weekly list', listWeek(eye, open, repeated));
  });

  return router;
}
