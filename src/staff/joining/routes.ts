import express, { type Request, type Response, type Router } from 'express';
import { nightLeads } from '../../rota';
import { firstName, type YoungPerson } from '../../vocabulary';
import type { Desk } from '../web/desk';
import { openForm } from '../web/openForm';
import { openPerson, type OpenedPerson } from '../young-person/openPerson';
import type { OpenedPersonForm } from '../young-person/openPersonForm';
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
    const opened = await openJoining(desk, req, res);
    opened?.form.show();
  });

  router.post('/people/:id/joining', async (req, res) => {
    const opened = await openJoining(desk, req, res);
    if (opened === null) return;
    const { youngPerson, eye, form } = opened;
    const agreed = form.read(joiningForm(youngPerson.carers));
    if (agreed === null) return;
    const result = await desk.acts.join({ youngPerson: youngPerson.id, by: eye.reader.id, ...agreed });
    form.answer(result, `/people/${youngPerson.id}?done=joined`);
  });

  return router;
}

/** Before they have joined, and by somebody who is theirs. Null: answered already. */
async function openJoining(desk: Desk, req: Request<{ id: string }>, res: Response): Promise<OpenedPersonForm | null> {
  const opened = await openPerson(desk, req, res, 'young-person');
  if (opened === null) return null;
  if (opened.youngPerson.joinedAt === null && opened.relation !== 'broke-glass') {
    const data = await describeJoining(desk, opened);
    return { ...opened, form: openForm(desk, req, res, { view: 'joining/view.njk', title: 'Joining', data }) };
  }
  desk.notHere(req, res);
  return null;
}

async function describeJoining(desk: Desk, { eye, youngPerson }: OpenedPerson) {
  const mentor = eye.practitioner(youngPerson.mentor);
  const leads = nightLeads(eye.roster, eye.now).flatMap((id) => eye.practitioner(id) ?? []);
  return {
    youngPerson,
    called: firstName(youngPerson),
    mentor: mentor && firstName(mentor),
    leads: leads.map(firstName),
    words: await desk.acts.wordsOfJoining({ youngPerson: youngPerson.id }),
    carers: youngPerson.carers.map((one, index) => ({ ...one, field: carerField(index) })),
    carerChoices: Object.entries(CARER_CHOICES),
    values: startingValues(youngPerson),
  };
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
