import express, { type Request, type Response, type Router } from 'express';
import { describeCase } from '../concern/describeCase';
import { mayDo, wasClosedMeanwhile } from '../concern/mayDo';
import { openCase, type OpenedCase } from '../concern/openCase';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { closingForm, OUTCOMES } from './schema';

/** Nothing closes without outcome, reason, and what the young person was told. */
export function closing(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/closing', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (!mayDo(opened).close) return desk.notHere(req, res);
    showForm(desk, req, res, opened, {}, []);
  });

  router.post('/work/:id/closing', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (wasClosedMeanwhile(opened, 'close')) {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS.closed }];
      return showForm(desk, req, res.status(409), opened, req.body, errors);
    }
    if (!mayDo(opened).close) return desk.notHere(req, res);
    const form = readForm(closingForm, req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), opened, req.body, form.errors);
    const { eye, whole, access } = opened;
    const concern = whole.summary.id;
    if (access.may === 'ended') {
      await desk.book.keepApart({ concern, pressed: 'closed', by: eye.reader.id }, eye.now);
      return res.redirect(303, `${BASE}/work?done=closed`);
    }
    const result = await desk.acts.close({ concern, by: eye.reader.id, ...form.value });
    if (result.result === 'refused') {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS[result.why] }];
      return showForm(desk, req, res.status(409), opened, req.body, errors);
    }
    res.redirect(303, `${BASE}/work?done=closed`);
  });

  return router;
}

function showForm(
  desk: Desk,
  req: Request,
  res: Response,
  opened: OpenedCase,
  values: unknown,
  errors: readonly FormError[],
): void {
  const data = { ...describeCase(opened), values, errors, outcomes: OUTCOMES };
  desk.show(req, res, 'closing/view.njk', `Closing ${opened.whole.summary.reference}`, data);
}
