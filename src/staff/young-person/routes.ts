import express, { type Router } from 'express';
import { BASE, type Desk } from '../web/desk';
import { readForm } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { describePerson } from './describePerson';
import { openPerson } from './openPerson';
import { missedForm, phoneForm } from './schema';

/** One young person: since you last met, the note under its headings, mood, words for the visit, the conversation. */
export function youngPerson(desk: Desk): Router {
  const router = express.Router();

  router.get('/people/:id', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    desk.show(req, res, 'young-person/view.njk', 'Person', describePerson(opened));
  });

  router.post('/people/:id/missed', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    const form = readForm(missedForm, req.body);
    const data = describePerson(opened);
    if (!form.ok) {
      return desk.show(req, res.status(400), 'young-person/view.njk', 'Person', { ...data, errors: form.errors });
    }
    const isTheirs = opened.history?.thread.some((item) => item.message === form.value.message) ?? false;
    if (!isTheirs || opened.relation === 'broke-glass') return desk.notHere(req, res);
    const result = await desk.acts.reportMissed({ ...form.value, by: opened.eye.reader.id });
    if (result.result === 'refused') {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS[result.why] }];
      return desk.show(req, res.status(409), 'young-person/view.njk', 'Person', { ...data, errors });
    }
    res.redirect(303, `${BASE}/people/${opened.youngPerson.id}?done=missed`);
  });

  router.post('/people/:id/phone', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    const data = describePerson(opened);
    if (!data.mayGiveBackPhone) return desk.notHere(req, res);
    const form = readForm(phoneForm, req.body);
    if (!form.ok) {
      return desk.show(req, res.status(400), 'young-person/view.njk', 'Person', { ...data, errors: form.errors });
    }
    const { eye, youngPerson } = opened;
    const result = await desk.acts.giveBackPhone({ youngPerson: youngPerson.id, by: eye.reader.id, ...form.value });
    if (result.result === 'refused') {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS[result.why] }];
      return desk.show(req, res.status(409), 'young-person/view.njk', 'Person', { ...data, errors });
    }
    res.redirect(303, `${BASE}/people/${youngPerson.id}?done=phone`);
  });

  return router;
}
