import express, { type Router } from 'express';
import { drawCode } from '../pictures/drawCode';
import { describePerson } from '../young-person/describePerson';
import { openPerson } from '../young-person/openPerson';
import type { Desk } from '../web/desk';
import { REFUSAL_TEXTS } from '../words/names';

/** A new way into the web chat, to be handed over. It is shown once, in the answer itself, and stands in no address. */
export function webLink(desk: Desk): Router {
  const router = express.Router();

  router.post('/people/:id/web-link', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'young-person');
    if (opened === null) return;
    const data = describePerson(opened);
    if (!data.mayWrite) return desk.notHere(req, res);
    const { eye, youngPerson } = opened;
    const given = await desk.acts.giveWebLink({ youngPerson: youngPerson.id, by: eye.reader.id });
    if (given.result === 'refused') {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS[given.why] }];
      return desk.show(req, res.status(409), 'young-person/view.njk', 'Person', { ...data, errors });
    }
    const { url, until } = given;
    desk.show(req, res, 'web-link/view.njk', 'A link', { ...data, url, until, code: await drawCode(url) });
  });

  return router;
}
