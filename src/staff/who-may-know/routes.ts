import express, { type Router } from 'express';
import { z } from 'zod';
import { describeCase } from '../concern/describeCase';
import { mayDo } from '../concern/mayDo';
import { openCase } from '../concern/openCase';
import { BASE, type Desk } from '../web/desk';
import { readForm } from '../web/readForm';

const one = z.string().max(200);
const letKnowForm = z.object({
  practitioners: z.union([z.array(one).max(200), one.transform((id) => [id])]).default([]),
});

/** On an allegation, the lead records who else may know; nobody who is or could be meant can be chosen. */
export function whoMayKnow(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/who-may-know', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (!mayDo(opened).letKnow) return desk.notHere(req, res);
    const { summary } = opened.whole;
    const people = opened.eye.roster.practitioners.filter(
      (person) => person.leftAt === null && !summary.excluded.includes(person.id),
    );
    const data = { ...describeCase(opened), people, chosen: summary.mayKnow };
    desk.show(req, res, 'who-may-know/view.njk', `Who may read ${summary.reference}`, data);
  });

  router.post('/work/:id/who-may-know', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const form = readForm(letKnowForm, req.body);
    if (!mayDo(opened).letKnow || opened.access.may === 'ended' || !form.ok) return desk.notHere(req, res);
    const { summary } = opened.whole;
    const practitioners = form.value.practitioners.filter(
      (id) => opened.eye.practitioner(id) !== null && !summary.excluded.includes(id),
    );
    const { reader, now } = opened.eye;
    await desk.book.letKnow({ concern: summary.id, practitioners, by: reader.id }, now);
    res.redirect(303, `${BASE}/work/${summary.id}?done=may-know`);
  });

  return router;
}
