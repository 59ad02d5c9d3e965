import express, { type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { listConcerns } from './listConcerns';

const CLOSED_SHOWN_MS = 7 * DAY_MS;

/** The work list: what is open, by level and age, with its running clocks; and what was closed this week. */
export function concerns(desk: Desk): Router {
  const router = express.Router();

  router.get('/', (_req, res) => res.redirect(303, `${BASE}/work`));

  router.get('/work', async (req, res) => {
    const eye = eyeOf(res);
    const [open, closed] = await Promise.all([
      desk.views.openConcerns(),
      desk.views.closedConcerns(later(eye.now, -CLOSED_SHOWN_MS)),
    ]);
    desk.show(req, res, 'concerns/view.njk', 'Work list', listConcerns(eye, [...open, ...closed]));
  });

  return router;
}
