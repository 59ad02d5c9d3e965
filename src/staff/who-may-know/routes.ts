import express, { type Router } from 'express';
import { z } from 'zod';
import type { OpenedCase } from '../concern/openCase';
import { openCaseForm, type CaseForm } from '../concern/openCaseForm';
import type { Practitioner } from '../../vocabulary';
import type { Desk } from '../web/desk';

const one = z.string().max(200);
const letKnowForm = z.object({
  practitioners: z.union([z.array(one).max(200), one.transform((id) => [id])]).default([]),
});

const WHO_MAY_KNOW: CaseForm = {
  asks: 'letKnow',
  view: 'who-may-know/view.njk',
  title: 'Who may read',
  beside: (opened) => ({ people: mayBeChosen(opened), chosen: opened.whole.summary.mayKnow }),
};

/** On an allegation, the lead records who else may know; nobody who is or could be meant can be chosen. */
export function whoMayKnow(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/who-may-know', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, WHO_MAY_KNOW);
    opened?.form.show();
  });

  router.post('/work/:id/who-may-know', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, WHO_MAY_KNOW);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    if (access.may === 'ended') return desk.notHere(req, res);
    const chosen = form.read(letKnowForm);
    if (chosen === null) return;
    const concern = whole.summary.id;
    const known = mayBeChosen(opened).map(({ id }) => id);
    const practitioners = chosen.practitioners.filter((id) => known.includes(id));
    await desk.book.letKnow({ concern, practitioners, by: eye.reader.id }, eye.now);
    form.answer({ result: 'recorded' }, `/work/${concern}?done=may-know`);
  });

  return router;
}

function mayBeChosen({ eye, whole }: OpenedCase): readonly Practitioner[] {
  const { excluded } = whole.summary;
  return eye.roster.practitioners.filter(({ id, leftAt }) => leftAt === null && !excluded.includes(id));
}
