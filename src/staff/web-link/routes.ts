import express, { type Router } from 'express';
import { drawCode } from '../pictures/drawCode';
import { describePerson } from '../young-person/describePerson';
import { openPersonForm } from '../young-person/openPersonForm';
import type { Desk } from '../web/desk';
import { REFUSAL_TEXTS } from '../words/names';

/** A new way into the web chat, to be handed over. It is shown once, in the answer itself, and stands in no address. */
export function webLink(desk: Desk): Router {
  const router = express.Router();

  router.post('/people/:id/web-link', async (req, res) => {
    const opened = await openPersonForm(desk, req, res, 'mayWrite');
    if (opened === null) return;
    const { eye, youngPerson, form } = opened;
    const given = await desk.acts.giveWebLink({ youngPerson: youngPerson.id, by: eye.reader.id });
    if (given.result === 'refused') return form.refuse(REFUSAL_TEXTS[given.why]);
    const { url, until } = given;
    const data = { ...describePerson(opened), url, until, code: await drawCode(url) };
    desk.show(req, res, 'web-link/view.njk', 'A link', data);
  });

  return router;
}
