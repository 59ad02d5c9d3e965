import express, { type Request, type Response, type Router } from 'express';
import { nightLeads } from '../../rota';
import { firstName, type YoungPerson } from '../../vocabulary';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { openPerson, type OpenedPerson } from '../young-person/openPerson';
import { carerField, joiningForm, type CarerKnows } from './schema';

const CARER_CHOICES: Readonly<Record<CarerKnows, string>> = {
  'may-be-contacted': 'Knows, and may be contacted',
  knows: 'Knows, and is not to be contacted',
  'does-not-know': 'Does not know',
};

/** Joining, sitting together: the limits read aloud, who will know, and what is agreed before the first check-in. */
export function joining(desk: Desk): Router {
  const router = express.Router();

  router.get('/people/:id/joining', async (req, res) => {
    const opened = await openToJoin(desk, req, res);
    if (opened !== null) await showForm(desk, req, res, opened, startingValues(opened.youngPerson), []);
  });

  router.post('/people/:id/joining', async (req, res) => {
    const opened = await openToJoin(desk, req, res);
    if (opened === null) return;
    const { youngPerson, eye } = opened;
    const form = readForm(joiningForm(youngPerson.carers), req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), opened, req.body, form.errors);
    const result = await desk.acts.join({ youngPerson: youngPerson.id, by: eye.reader.id, ...form.value });
    if (result.result === 'refused') {
      const errors = [{ field: 'form', text: REFUSAL_TEXTS[result.why] }];
      return showForm(desk, req, res.status(409), opened, req.body, errors);
    }
    res.redirect(303, `${BASE}/people/${youngPerson.id}?done=joined`);
  });

  return router;
}

/** Before they have joined, and by somebody who is theirs. Null: answered already. */
async function openToJoin(desk: Desk, req: Request<{ id: string }>, res: Response): Promise<OpenedPerson | null> {
  const opened = await openPerson(desk, req, res, 'young-person');
  if (opened === null) return null;
  if (opened.youngPerson.joinedAt === null && opened.relation !== 'broke-glass') return opened;
  desk.notHere(req, res);
  return null;
}

/** What the roster holds already. */
function startingValues(person: YoungPerson): Readonly<Record<string, string>> {
  const [bornYear = '', bornMonth = '', bornDay = ''] = (person.dateOfBirth ?? '').split('-');
  const { safeHours, secondSafeWay, checkWord, codeWord } = person;
  return {
    bornDay,
    bornMonth,
    bornYear,
    safeFrom: safeHours.from,
    safeTo: safeHours.to,
    secondSafeWay: secondSafeWay ?? '',
    checkWord: checkWord ?? '',
    codeWord: codeWord ?? '',
  };
}

async function showForm(
  desk: Desk,
  req: Request,
  res: Response,
  { eye, youngPerson }: OpenedPerson,
  values: unknown,
  errors: readonly FormError[],
): Promise<void> {
  const mentor = eye.practitioner(youngPerson.mentor);
  const leads = nightLeads(eye.roster, eye.now).flatMap((id) => eye.practitioner(id) ?? []);
  desk.show(req, res, 'joining/view.njk', 'Joining', {
    youngPerson,
    called: firstName(youngPerson),
    mentor: mentor && firstName(mentor),
    leads: leads.map(firstName),
    words: await desk.acts.wordsOfJoining({ youngPerson: youngPerson.id }),
    carers: youngPerson.carers.map((one, index) => ({ ...one, field: carerField(index) })),
    carerChoices: Object.entries(CARER_CHOICES),
    values,
    errors,
  });
}
