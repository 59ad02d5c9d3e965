import express, { type Router } from 'express';
import type { Desk } from '../web/desk';
import { openPersonForm } from './openPersonForm';
import { missingForm, talkForm } from './schema';

/** Missing, back again, and the talk they are owed then: each marked on the young person's own page. */
export function away(desk: Desk): Router {
  const router = express.Router();

  router.post('/people/:id/missing', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayMarkMissing');
    if (opened === null) return;
    const { eye, youngPerson, form } = opened;
    const gone = form.read(missingForm(eye.roster.organisation.timeZone, eye.now));
    if (gone === null) return;
    const result = await desk.acts.markMissing({ youngPerson: youngPerson.id, by: eye.reader.id, ...gone });
    form.answer(result, `/people/${youngPerson.id}?done=missing`, 'sinceDay');
  });

  router.post('/people/:id/back', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayConfirmReturn');
    if (opened === null) return;
    const { eye, youngPerson, form } = opened;
    const result = await desk.acts.confirmReturn({ youngPerson: youngPerson.id, by: eye.reader.id });
    form.answer(result, `/people/${youngPerson.id}?done=back`, 'back');
  });

  router.post('/people/:id/talk', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayMarkMissing');
    if (opened === null) return;
    const { eye, youngPerson, form } = opened;
    const offered = form.read(talkForm);
    if (offered === null) return;
    const result = await desk.acts.recordReturnTalk({ youngPerson: youngPerson.id, by: eye.reader.id, ...offered });
    form.answer(result, `/people/${youngPerson.id}?done=talk`, 'outcome');
  });

  return router;
}
