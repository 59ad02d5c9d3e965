import express, { type Router } from 'express';
import { firstName } from '../../vocabulary';
import { LEADS } from '../need-to-know/relate';
import { handsOff } from '../young-person/handsOff';
import { openPerson } from '../young-person/openPerson';
import { ageOf } from '../words/age';
import type { Desk } from '../web/desk';

/** One printed page of what the police or social care will ask for. The software itself rings nobody. */
export function emergencySheet(desk: Desk): Router {
  const router = express.Router();

  router.get('/people/:id/sheet', async (req, res) => {
    const opened = await openPerson(desk, req, res, 'emergency-sheet');
    if (opened === null) return;
    const { eye, youngPerson, relation, history } = opened;
    desk.show(req, res, 'emergency-sheet/view.njk', 'Sheet', {
      youngPerson,
      called: firstName(youngPerson),
      handsOff: handsOff(history),
      notTheirsAt: history?.notTheirsAt ?? null,
      age: ageOf(youngPerson, eye.roster, eye.now),
      mentor: eye.practitioner(youngPerson.mentor),
      buddy: youngPerson.buddy === null ? null : eye.practitioner(youngPerson.buddy),
      // Nobody texts a young person from a phone of their own: the number is for the lead, who may have to give it on.
      phone: LEADS.includes(relation) ? youngPerson.phone : null,
    });
  });

  return router;
}
