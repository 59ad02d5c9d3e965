import express, { type Router } from 'express';
import { HOUR_MS, later } from '../../vocabulary';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { readForm } from '../web/readForm';
import { breakGlassForm } from './schema';

/** How long one reason lasts. */
const OPEN_MS = HOUR_MS;

/**
 * Reading beyond one's own young people, with a reason, at once: nobody's safety waits for a permission. The duty
 * lead is told every time. The full name has to be known: this page lists nobody. Allegations stay closed.
 */
export function breakGlass(desk: Desk): Router {
  const router = express.Router();

  router.get('/read-with-a-reason', (req, res) => {
    desk.show(req, res, 'break-glass/view.njk', 'Read with a reason', { values: {}, errors: [] });
  });

  router.post('/read-with-a-reason', async (req, res) => {
    const eye = eyeOf(res);
    const form = readForm(breakGlassForm, req.body);
    const again = (field: string, text: string): void =>
      desk.show(req, res.status(400), 'break-glass/view.njk', 'Read with a reason', {
        values: req.body as unknown,
        errors: [{ field, text }],
      });
    if (!form.ok) return again(form.errors[0]?.field ?? 'name', form.errors[0]?.text ?? '');
    const sought = form.value.name.toLocaleLowerCase('en-GB');
    const found = eye.roster.youngPeople.find((one) => one.name.toLocaleLowerCase('en-GB') === sought);
    const closed = found === undefined || found.conflicts.includes(eye.reader.id);
    if (closed) return again('name', 'There is nobody of that name here. Check the spelling, or ring the duty lead');
    const reason = form.value.reason;
    if (eye.relationTo(found) === null) {
      const what = { youngPerson: found.id, practitioner: eye.reader.id, reason };
      await desk.book.openGlass({ ...what, at: eye.now, until: later(eye.now, OPEN_MS) });
      await desk.acts.tellLeadOfGlass({ youngPerson: found.id, by: eye.reader.id });
    }
    res.redirect(303, `${BASE}/people/${found.id}`);
  });

  return router;
}
