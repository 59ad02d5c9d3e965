import express, { type Router } from 'express';
import type { Desk } from '../web/desk';
import { describePerson } from './describePerson';
import { openPerson } from './openPerson';
import { ON_THE_PERSON, openPersonForm } from './openPersonForm';
import { missedForm, phoneForm } from './schema';

/** One young person: since you last met, the note under its headings, mood, words for the visit, the conversation. */
export function youngPerson(desk: Desk): Router {
  const router = express.Router();

  router.get('/people/:id', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    const { view, title } = ON_THE_PERSON;
    desk.show(req, res, view, title, describePerson(opened));
  });

  router.post('/people/:id/missed', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayReportMissed');
    if (opened === null) return;
    const { eye, youngPerson, history, form } = opened;
    const missed = form.read(missedForm);
    if (missed === null) return;
    const isTheirs = history?.thread.some((item) => item.message === missed.message) ?? false;
    if (!isTheirs) return desk.notHere(req, res);
    const result = await desk.acts.reportMissed({ ...missed, by: eye.reader.id });
    form.answer(result, `/people/${youngPerson.id}?done=missed`);
  });

  router.post('/people/:id/phone', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayGiveBackPhone');
    if (opened === null) return;
    const { eye, youngPerson, form } = opened;
    const known = form.read(phoneForm);
    if (known === null) return;
    const result = await desk.acts.giveBackPhone({ youngPerson: youngPerson.id, by: eye.reader.id, ...known });
    form.answer(result, `/people/${youngPerson.id}?done=phone`);
  });

  return router;
}
