import express, { type Router } from 'express';
import type { OpenedCase } from '../concern/openCase';
import { openCaseForm, type CaseForm } from '../concern/openCaseForm';
import type { Desk } from '../web/desk';
import { typeMoment } from '../words/readLocal';
import { talkForm } from './schema';

const TALK: CaseForm = {
  asks: 'act',
  view: 'talk/view.njk',
  title: 'Talk on',
  beside: (opened) => ({ values: startingValues(opened) }),
};

/** What a young person told a practitioner face to face or by phone, in their own words, and whether they are safe. */
export function talk(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/talk', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, TALK);
    opened?.form.show();
  });

  router.post('/work/:id/talk', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, TALK);
    if (opened === null) return;
    const { eye, whole, form } = opened;
    const told = form.read(talkForm(eye.roster.organisation.timeZone, eye.now));
    if (told === null) return;
    const concern = whole.summary.id;
    const result = await desk.acts.noteTalk({ concern, by: eye.reader.id, ...told });
    form.answer(result, `/work/${concern}?done=talk-noted`);
  });

  return router;
}

/** Now: most of it is written down as soon as they have parted. */
function startingValues({ eye }: OpenedCase): Readonly<Record<string, string>> {
  const { day, month, year, time } = typeMoment(eye.now, eye.roster.organisation.timeZone);
  return { spokenDay: day, spokenMonth: month, spokenYear: year, spokenTime: time };
}
