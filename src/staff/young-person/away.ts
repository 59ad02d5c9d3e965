import express, { type Request, type Response, type Router } from 'express';
import type { ActResult } from '../ports';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { describePerson } from './describePerson';
import { openPerson, type OpenedPerson } from './openPerson';
import { missingForm, talkForm } from './schema';

/** Missing, back again, and the talk they are owed then: each marked on the young person's own page. */
export function away(desk: Desk): Router {
  const router = express.Router();

  router.post('/people/:id/missing', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    if (!describePerson(opened).mayMarkMissing) return desk.notHere(req, res);
    const { eye, youngPerson } = opened;
    const form = readForm(missingForm(eye.roster.organisation.timeZone, eye.now), req.body);
    if (!form.ok) return showAgain(desk, req, res.status(400), opened, form.errors);
    const result = await desk.acts.markMissing({ youngPerson: youngPerson.id, by: eye.reader.id, ...form.value });
    answer(desk, req, res, opened, { result, field: 'sinceDay', done: 'missing' });
  });

  router.post('/people/:id/back', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    if (!describePerson(opened).mayConfirmReturn) return desk.notHere(req, res);
    const { eye, youngPerson } = opened;
    const result = await desk.acts.confirmReturn({ youngPerson: youngPerson.id, by: eye.reader.id });
    answer(desk, req, res, opened, { result, field: 'back', done: 'back' });
  });

  router.post('/people/:id/talk', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    if (!describePerson(opened).mayMarkMissing) return desk.notHere(req, res);
    const form = readForm(talkForm, req.body);
    if (!form.ok) return showAgain(desk, req, res.status(400), opened, form.errors);
    const { eye, youngPerson } = opened;
    const result = await desk.acts.recordReturnTalk({ youngPerson: youngPerson.id, by: eye.reader.id, ...form.value });
    answer(desk, req, res, opened, { result, field: 'outcome', done: 'talk' });
  });

  return router;
}

interface Answered {
  readonly result: ActResult;
  /** Where a refusal is shown. */
  readonly field: string;
  readonly done: string;
}

function answer(
  desk: Desk,
  req: Request,
  res: Response,
  opened: OpenedPerson,
  { result, field, done }: Answered,
): void {
  if (result.result !== 'refused') return res.redirect(303, `${BASE}/people/${opened.youngPerson.id}?done=${done}`);
  showAgain(desk, req, res.status(409), opened, [{ field, text: REFUSAL_TEXTS[result.why] }]);
}

function showAgain(desk: Desk, req: Request, res: Response, opened: OpenedPerson, errors: readonly FormError[]): void {
  const data = { ...describePerson(opened), values: req.body, errors };
  desk.show(req, res, 'young-person/view.njk', 'Person', data);
}
