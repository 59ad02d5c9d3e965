import express, { type Router } from 'express';
import { HOUR_MS, later } from '../../vocabulary';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { openForm } from '../web/openForm';
import { breakGlassForm } from './schema';

/** How long one reason lasts. */
const OPEN_MS = HOUR_MS;

/**
 * Reading beyond one's own young people, with a reason, at once: nobody's safety waits for a permission. The duty
 * lead is told every time. The full name has to be known: this page lists nobody. Allegations stay closed.
 */
export function breakGlass(desk: Desk): Router {
  const router = express.Router();

  const page = { view: 'break-glass/view.njk', title: 'Read with a reason', data: {} };

  router.get('/read-with-a-reason', (req, res) => openForm(desk, req, res, page).show());

  router.post('/read-with-a-reason', async (req, res) => {
    const eye = eyeOf(res);
    const form = openForm(desk, req, res, page);
    const read = form.read(breakGlassForm);
    if (read === null) return;
    const { name, reason } = read;
    const sought = name.toLocaleLowerCase('en-GB');
    const found = eye.roster.youngPeople.find((one) => one.name.toLocaleLowerCase('en-GB') === sought);
    if (found === undefined || found.conflicts.includes(eye.reader.id)) {
      return form.sayWrong('name', 'There is nobody of that name here. Check the spelling, or ring the duty lead');
    }
    if (eye.relationTo(found) === null) {
      const what = { youngPerson: found.id, practitioner: eye.reader.id, reason };
      await desk.book.openGlass({ ...what, at: eye.now, until: later(eye.now, OPEN_MS) });
      await desk.acts.tellLeadOfGlass({ youngPerson: found.id, by: eye.reader.id });
    }
    res.redirect(303, `${BASE}/people/${found.id}`);
  });

  return router;
}
