import express, { type Request, type Response, type Router } from 'express';
import type { Keeping } from '../../record/views/types';
import { answersForKeeping } from '../need-to-know/offices';
import { eyeOf, type Desk } from '../web/desk';
import { openForm, type OpenForm } from '../web/openForm';
import { describeKeeping, peopleNamed, sayDestroyed } from './describeKeeping';
import { holdForm, liftForm, lookUpForm } from './schema';

/**
 * How long words are kept, what must be kept whatever its term, and what was destroyed. It lists no young people but
 * those something is held for: whoever else is meant, their full name has to be known.
 */
export function keeping(desk: Desk): Router {
  const router = express.Router();

  router.use('/keeping', (_req, res, next) => {
    if (!answersForKeeping(eyeOf(res).reader)) return next('router');
    next();
  });

  router.get('/keeping', async (req, res) => (await openKeeping(desk, req, res)).show());

  router.post('/keeping/hold', async (req, res) => {
    const form = await openKeeping(desk, req, res);
    const hold = form.read(holdForm);
    if (hold === null) return;
    const found = hold.whose === 'everybody' ? null : await find(desk, hold.name);
    if (typeof found === 'string') return form.sayWrong('name', found);
    const youngPerson = found?.youngPerson ?? null;
    const result = await desk.acts.placeHold({ youngPerson, by: eyeOf(res).reader.id, reason: hold.reason });
    form.answer(result, '/keeping?done=held');
  });

  router.post('/keeping/lift', async (req, res) => {
    const form = await openKeeping(desk, req, res);
    const lifting = form.read(liftForm);
    if (lifting === null) return;
    const { hold, why } = lifting;
    const result = await desk.acts.liftHold({ hold, by: eyeOf(res).reader.id, reason: why });
    form.answer(result, '/keeping?done=lifted');
  });

  // Answered in place: no name goes into an address.
  router.post('/keeping/log', async (req, res) => {
    const form = await openKeeping(desk, req, res);
    const asked = form.read(lookUpForm);
    if (asked === null) return;
    const found = await find(desk, asked.sought);
    if (typeof found === 'string') return form.sayWrong('sought', found);
    const { destroyed } = await desk.views.keeping(found.youngPerson);
    form.show({ of: found.name ?? asked.sought, destroyed: sayDestroyed(destroyed) });
  });

  return router;
}

/** The page with its three forms; `of` and `destroyed` show the log of one young person in place of everybody's. */
async function openKeeping(desk: Desk, req: Request, res: Response): Promise<OpenForm> {
  const data = describeKeeping(eyeOf(res), await desk.views.keeping(null), desk.retention);
  return openForm(desk, req, res, { view: 'keeping/view.njk', title: 'What is kept', data });
}

/** The one person of this name, or what to say when there is none, or more than one. */
async function find(desk: Desk, name: string): Promise<Keeping['people'][number] | string> {
  const [first, ...more] = peopleNamed((await desk.views.keeping(null)).people, name);
  if (first === undefined) return 'There is nobody of that name here, now or before. Check the spelling';
  return more.length === 0
    ? first
    : 'More than one person has this name. Hold everybody until it is clear who is meant';
}
