import express, { type Router } from 'express';
import { openCaseForm, type CaseForm } from '../concern/openCaseForm';
import type { Desk } from '../web/desk';
import { closingForm, OUTCOMES } from './schema';

const CLOSING: CaseForm = {
  asks: 'close',
  view: 'closing/view.njk',
  title: 'Closing',
  beside: () => ({ outcomes: OUTCOMES }),
};

/** Nothing closes without outcome, reason, and what the young person was told. */
export function closing(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/closing', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, CLOSING);
    opened?.form.show();
  });

  router.post('/work/:id/closing', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, CLOSING);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    const ending = form.read(closingForm);
    if (ending === null) return;
    const concern = whole.summary.id;
    const by = eye.reader.id;
    if (access.may === 'ended') {
      await desk.book.keepApart({ concern, pressed: 'closed', by }, eye.now);
      return form.answer({ result: 'closed' }, '/work?done=closed');
    }
    form.answer(await desk.acts.close({ concern, by, ...ending }), '/work?done=closed');
  });

  return router;
}
