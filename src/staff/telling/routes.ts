import express, { type Router } from 'express';
import { HOUR_MS, TELLINGS, later, type TellingKind } from '../../vocabulary';
import { mayDo } from '../concern/mayDo';
import type { OpenedCase } from '../concern/openCase';
import { openCaseForm, type CaseForm } from '../concern/openCaseForm';
import type { Desk } from '../web/desk';
import { REFUSAL_TEXTS } from '../words/names';
import { typeMoment } from '../words/readLocal';
import { tellingForm } from './schema';

const TELLING: CaseForm = {
  asks: 'tell',
  view: 'telling/view.njk',
  title: 'Words on',
  beside: (opened) => ({ choices: choicesOf(opened), values: startingValues(opened) }),
};

/**
 * A practitioner has approved words said to the young person: that they will ring, that it goes further, that it has,
 * that 999 was asked. The words are shown as they will be read, and go only when whoever chose them says so.
 */
export function telling(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/telling', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, TELLING);
    opened?.form.show();
  });

  router.post('/work/:id/telling', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, TELLING);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    const read = form.read(tellingForm(eye.roster.organisation.timeZone, eye.now, maySay(opened)));
    if (read === null) return;
    const { sure, ...chosen } = read;
    const asked = { concern: whole.summary.id, by: eye.reader.id, ...chosen };
    if (access.may === 'ended') {
      // Reads as it does to whoever would write to a stopped phone: nothing shows why.
      await desk.book.keepApart({ concern: asked.concern, pressed: 'contacted', by: asked.by }, eye.now);
      return form.refuse(REFUSAL_TEXTS['cannot-be-texted']);
    }
    const result = sure ? await desk.acts.tellYoungPerson(asked) : await desk.acts.wordsOfTelling(asked);
    if (result.result === 'words') return form.show({ words: result.words });
    form.answer(result, `/work/${asked.concern}?done=telling`);
  });

  return router;
}

/** That they will ring anybody may say who has a part in it; the rest follows from a lead's decision. */
function maySay(opened: OpenedCase): readonly TellingKind[] {
  return mayDo(opened).decide ? TELLINGS : ['will-ring'];
}

function startingValues({ eye }: OpenedCase): Readonly<Record<string, string>> {
  const { day, month, year, time } = typeMoment(later(eye.now, HOUR_MS), eye.roster.organisation.timeZone);
  return { atDay: day, atMonth: month, atYear: year, atTime: time };
}

const CHOICES: Readonly<Record<TellingKind, string>> = {
  'will-ring': 'That you will ring, and when',
  'goes-further': 'That it goes further: who tells them about it, and when',
  'gone-further': 'That it has gone further',
  'emergency-asked': 'That you asked 999 to help (only if it is safe for them to read)',
};

const choicesOf = (opened: OpenedCase) => maySay(opened).map((what) => [what, CHOICES[what]] as const);
