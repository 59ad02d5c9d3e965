import express, { type Request, type Response, type Router } from 'express';
import type { WritingReason } from '../../vocabulary';
import { suggestLanguage } from '../../wording';
import { BASE, type Desk } from '../web/desk';
import { openForm } from '../web/openForm';
import { REFUSAL_TEXTS } from '../words/names';
import { describePerson } from '../young-person/describePerson';
import { openPerson, type OpenedPerson } from '../young-person/openPerson';
import type { OpenedPersonForm } from '../young-person/openPersonForm';
import { wordsForm } from './schema';

/** How much of the conversation stands above the words: enough not to make them tell it twice. */
const ITEMS_SHOWN = 8;

/** A named person writes to a young person as themselves; the service is silent until they have finished. */
export function writing(desk: Desk): Router {
  const router = express.Router();

  router.get('/people/:id/write', async (req, res) => {
    const opened = await openWriting(desk, req, res);
    opened?.form.show();
  });

  router.post('/people/:id/write', async (req, res) => {
    const opened = await openWriting(desk, req, res);
    if (opened === null) return;
    const { youngPerson, eye, form } = opened;
    const read = form.read(wordsForm(youngPerson.mentor === eye.reader.id));
    if (read === null) return;
    const { words, reason, asItIs } = read;
    const suggestions = suggestLanguage(words);
    if (suggestions.length > 0 && asItIs === undefined) return form.show({ suggestions });
    const keptAgainst = suggestions.length;
    const own = { youngPerson: youngPerson.id, by: eye.reader.id, words, reason, keptAgainst };
    const result = await desk.acts.writeInThread(own);
    if (result.result === 'refused') return form.refuse(whyNot(result.why));
    form.answer(result, `/people/${youngPerson.id}/write?done=written`);
  });

  router.post('/people/:id/write/finished', async (req, res) => {
    const opened = await openWriting(desk, req, res);
    if (opened === null) return;
    const { youngPerson, eye } = opened;
    await desk.acts.leaveThread({ youngPerson: youngPerson.id, by: eye.reader.id });
    res.redirect(303, `${BASE}/people/${youngPerson.id}?done=finished`);
  });

  return router;
}

/** Reading through a glass is reading only. Null: answered already. */
async function openWriting(desk: Desk, req: Request<{ id: string }>, res: Response): Promise<OpenedPersonForm | null> {
  const opened = await openPerson(desk, req, res, 'young-person');
  if (opened === null) return null;
  if (opened.relation !== 'broke-glass') {
    const data = describeWriting(opened);
    return { ...opened, form: openForm(desk, req, res, { view: 'writing/view.njk', title: 'Write', data }) };
  }
  desk.notHere(req, res);
  return null;
}

function describeWriting(opened: OpenedPerson) {
  const person = describePerson(opened);
  return {
    ...person,
    latestItems: opened.history === null ? [] : person.thread.slice(-ITEMS_SHOWN),
    isMentor: opened.youngPerson.mentor === opened.eye.reader.id,
    isThere: opened.history?.humanInThread === opened.eye.reader.id,
    reasons: Object.entries(REASON_CHOICES),
    suggestions: [],
  };
}

/** Whoever is kept from it reads the same as whoever writes to a stopped phone: nothing shows why. */
function whyNot(why: keyof typeof REFUSAL_TEXTS): string {
  return REFUSAL_TEXTS[why === 'about-you' ? 'cannot-be-texted' : why];
}

const REASON_CHOICES: Readonly<Record<WritingReason, string>> = {
  'off-duty': 'Their own practitioner is off duty',
  'on-leave': 'Their own practitioner is on leave',
  'no-answer': 'Their own practitioner does not answer',
  'channel-failed': 'Their own practitioner could not be reached',
  conflict: 'Their own practitioner should not be part of it',
  'danger-now': 'There is danger now',
  allegation: 'It is about an adult of ours',
  'practitioner-asked': 'Their own practitioner asked me to',
  'young-person-asked': 'They asked for me',
};
