import express, { type Request, type Response, type Router } from 'express';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { ownNumbersForm } from './schema';

/**
 * The four numbers a practitioner presses when the service rings and they take something on. Only their owner sets
 * them, they are never shown again, and what was typed does not come back into the form.
 */
export function ownNumbers(desk: Desk): Router {
  const router = express.Router();

  router.get('/own-numbers', (req, res) => showForm(desk, req, res, []));

  router.post('/own-numbers', async (req, res) => {
    const eye = eyeOf(res);
    const form = readForm(ownNumbersForm, req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), form.errors);
    await desk.book.setCallNumbers({ practitioner: eye.reader.id, numbers: form.value.numbers }, eye.now);
    res.redirect(303, `${BASE}/rota?done=own-numbers`);
  });

  return router;
}

function showForm(desk: Desk, req: Request, res: Response, errors: readonly FormError[]): void {
  desk.show(req, res, 'own-numbers/view.njk', 'Your four numbers', { errors });
}
