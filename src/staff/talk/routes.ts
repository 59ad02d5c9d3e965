import express, { type Request, type Response, type Router } from 'express';
import { describeCase } from '../concern/describeCase';
import { mayDo, wasClosedMeanwhile } from '../concern/mayDo';
import { openCase, type OpenedCase } from '../concern/openCase';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { typeMoment } from '../words/readLocal';
import { talkForm } from './schema';

/** What a young person told a practitioner face to face or by phone, in their own words, and whether they are safe. */
export function talk(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/talk', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (!mayDo(opened).act) return desk.notHere(req, res);
    showForm(desk, req, res, opened, startingValues(opened), []);
  });

  router.post('/work/:id/talk', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (wasClosedMeanwhile(opened, 'act')) return refuse(desk, req, res, opened, 'closed');
    if (!mayDo(opened).act) return desk.notHere(req, res);
    const { eye, whole } = opened;
    const form = readForm(talkForm(eye.roster.organisation.timeZone, eye.now), req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), opened, req.body, form.errors);
    const concern = whole.summary.id;
    const result = await desk.acts.noteTalk({ concern, by: eye.reader.id, ...form.value });
    if (result.result === 'refused') return refuse(desk, req, res, opened, result.why);
    res.redirect(303, `${BASE}/work/${concern}?done=talk-noted`);
  });

  return router;
}

/** Now: most of it is written down as soon as they have parted. */
function startingValues({ eye }: OpenedCase): Readonly<Record<string, string>> {
  const { day, month, year, time } = typeMoment(eye.now, eye.roster.organisation.timeZone);
  return { spokenDay: day, spokenMonth: month, spokenYear: year, spokenTime: time };
}

function refuse(desk: Desk, req: Request, res: Response, opened: OpenedCase, why: keyof typeof REFUSAL_TEXTS): void {
  showForm(desk, req, res.status(409), opened, req.body, [{ field: 'form', text: REFUSAL_TEXTS[why] }]);
}

function showForm(
  desk: Desk,
  req: Request,
  res: Response,
  opened: OpenedCase,
  values: unknown,
  errors: readonly FormError[],
): void {
  const data = { ...describeCase(opened), values, errors };
  desk.show(req, res, 'talk/view.njk', `Talk on ${opened.whole.summary.reference}`, data);
}
