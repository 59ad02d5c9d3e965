import express, { type Request, type Response, type Router } from 'express';
import type { Keeping } from '../../record/views/types';
import { answersForKeeping } from '../need-to-know/offices';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
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

  router.get('/keeping', (req, res) => showKeeping(desk, req, res));

  router.post('/keeping/hold', async (req, res) => {
    const form = readForm(holdForm, req.body);
    if (!form.ok) return showKeeping(desk, req, res.status(400), { errors: form.errors });
    const { whose, name, reason } = form.value;
    const found = whose === 'everybody' ? null : await find(desk, name);
    if (typeof found === 'string') return showKeeping(desk, req, res.status(400), wrong('name', found));
    const youngPerson = found?.youngPerson ?? null;
    const result = await desk.acts.placeHold({ youngPerson, by: eyeOf(res).reader.id, reason });
    if (result.result === 'refused') {
      return showKeeping(desk, req, res.status(409), wrong('form', REFUSAL_TEXTS[result.why]));
    }
    res.redirect(303, `${BASE}/keeping?done=held`);
  });

  router.post('/keeping/lift', async (req, res) => {
    const form = readForm(liftForm, req.body);
    if (!form.ok) return showKeeping(desk, req, res.status(400), { errors: form.errors });
    const { hold, why } = form.value;
    const result = await desk.acts.liftHold({ hold, by: eyeOf(res).reader.id, reason: why });
    if (result.result === 'refused') {
      return showKeeping(desk, req, res.status(409), wrong('form', REFUSAL_TEXTS[result.why]));
    }
    res.redirect(303, `${BASE}/keeping?done=lifted`);
  });

  // Answered in place: no name goes into an address.
  router.post('/keeping/log', async (req, res) => {
    const form = readForm(lookUpForm, req.body);
    if (!form.ok) return showKeeping(desk, req, res.status(400), { errors: form.errors });
    const found = await find(desk, form.value.sought);
    if (typeof found === 'string') return showKeeping(desk, req, res.status(400), wrong('sought', found));
    const { destroyed } = await desk.views.keeping(found.youngPerson);
    await showKeeping(desk, req, res, { of: found.name ?? form.value.sought, destroyed: sayDestroyed(destroyed) });
  });

  return router;
}

interface Shown {
  readonly errors?: readonly FormError[];
  /** The log of one young person in place of everybody's. */
  readonly of?: string;
  readonly destroyed?: ReturnType<typeof sayDestroyed>;
}

const wrong = (field: string, text: string): Shown => ({ errors: [{ field, text }] });

async function showKeeping(desk: Desk, req: Request, res: Response, shown: Shown = {}): Promise<void> {
  const data = describeKeeping(eyeOf(res), await desk.views.keeping(null), desk.retention);
  const values: unknown = req.method === 'POST' ? req.body : {};
  desk.show(req, res, 'keeping/view.njk', 'What is kept', { ...data, ...shown, values });
}

/** The one person of this name, or what to say when there is none, or more than one. */
async function find(desk: Desk, name: string): Promise<Keeping['people'][number] | string> {
  const [first, ...more] = peopleNamed((await desk.views.keeping(null)).people, name);
  if (first === undefined) return 'There is nobody of that name here, now or before. Check the spelling';
  return more.length === 0
    ? first
    : 'More than one person has this name. Hold everybody until it is clear who is meant';
}
