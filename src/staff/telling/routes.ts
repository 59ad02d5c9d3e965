import express, { type Request, type Response, type Router } from 'express';
import { HOUR_MS, TELLINGS, later, type TellingKind } from '../../vocabulary';
import { describeCase } from '../concern/describeCase';
import { mayDo } from '../concern/mayDo';
import { openCase, type OpenedCase } from '../concern/openCase';
import type { Refusal } from '../ports';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { typeMoment } from '../words/readLocal';
import { tellingForm } from './schema';

/**
 * A practitioner has approved words said to the young person: that they will ring, that it goes further, that it has,
 * that 999 was asked. The words are shown as they will be read, and go only when whoever chose them says so.
 */
export function telling(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/telling', async (req, res) => {
    const opened = await openTelling(desk, req, res);
    if (opened !== null) showForm(desk, req, res, opened, startingValues(opened), []);
  });

  router.post('/work/:id/telling', async (req, res) => {
    const opened = await openTelling(desk, req, res);
    if (opened === null) return;
    const { eye, whole, access } = opened;
    const read = tellingForm(eye.roster.organisation.timeZone, eye.now, maySay(opened));
    const form = readForm(read, req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), opened, req.body, form.errors);
    const { sure, ...chosen } = form.value;
    const asked = { concern: whole.summary.id, by: eye.reader.id, ...chosen };
    if (access.may === 'ended') {
      await desk.book.keepApart({ concern: asked.concern, pressed: 'contacted', by: asked.by }, eye.now);
      return refuse('cannot-be-texted', opened, req, res);
    }
    const answer = sure ? await desk.acts.tellYoungPerson(asked) : await desk.acts.wordsOfTelling(asked);
    if (answer.result === 'refused') return refuse(answer.why, opened, req, res);
    if (answer.result === 'words') return showForm(desk, req, res, opened, req.body, [], answer.words);
    res.redirect(303, `${BASE}/work/${whole.summary.id}?done=telling`);
  });

  /** Whose view has ended reads the same as somebody who writes to a stopped phone: nothing shows why. */
  function refuse(why: Refusal, opened: OpenedCase, req: Request, res: Response): void {
    showForm(desk, req, res.status(409), opened, req.body, [{ field: 'form', text: REFUSAL_TEXTS[why] }]);
  }

  return router;
}

/** Null: answered already. */
async function openTelling(desk: Desk, req: Request<{ id: string }>, res: Response): Promise<OpenedCase | null> {
  const opened = await openCase(desk, req, res);
  if (opened === null) return null;
  if (mayDo(opened).tell) return opened;
  desk.notHere(req, res);
  return null;
}

/** That they will ring anybody may say who has a part in it; the rest follows from a lead's decision. */
function maySay(opened: OpenedCase): readonly TellingKind[] {
  return mayDo(opened).decide ? TELLINGS : ['will-ring'];
}

function startingValues({ eye }: OpenedCase): Readonly<Record<string, string>> {
  const { day, month, year, time } = typeMoment(later(eye.now, HOUR_MS), eye.roster.organisation.timeZone);
  return { atDay: day, atMonth: month, atYear: year, atTime: time };
}

const TELLING_CHOICES: Readonly<Record<TellingKind, string>> = {
  'will-ring': 'That you will ring, and when',
  'goes-further': 'That it goes further: who tells them about it, and when',
  'gone-further': 'That it has gone further',
  'emergency-asked': 'That you asked 999 to help (only if it is safe for them to read)',
};

function showForm(
  desk: Desk,
  req: Request,
  res: Response,
  opened: OpenedCase,
  values: unknown,
  errors: readonly FormError[],
  words: readonly string[] | null = null,
): void {
  const choices = maySay(opened).map((what) => [what, TELLING_CHOICES[what]]);
  const data = { ...describeCase(opened), values, errors, choices, words };
  desk.show(req, res, 'telling/view.njk', `Words on ${opened.whole.summary.reference}`, data);
}
