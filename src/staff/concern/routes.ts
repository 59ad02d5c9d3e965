import express, { type Response, type Router } from 'express';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import type { ActResult } from '../ports';
import { describeCase } from './describeCase';
import { mayDo } from './mayDo';
import { openCase, type OpenedCase } from './openCase';
import { actForm, verdictForm } from './schema';

/** One concern: the words in order, why it fired, who was told, the four acts. Opening it is the act "seen". */
export function concern(desk: Desk): Router {
  const router = express.Router();

  // What a notice links to: its reference, which may have been given more than once over the years.
  router.get('/r/:reference', async (req, res) => {
    const meant = await desk.views.concernsByReference(req.params.reference.toUpperCase());
    const [first] = eyeOf(res).see(meant);
    if (first === undefined) return desk.notHere(req, res);
    res.redirect(303, `${BASE}/work/${first.concern.id}`);
  });

  router.get('/work/:id', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const shown = (await noteSeen(desk, opened)) ? await reopen(desk, opened) : opened;
    desk.show(req, res, 'concern/view.njk', `Reference ${shown.whole.summary.reference}`, describeCase(shown));
  });

  router.post('/work/:id/act', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const form = readForm(actForm, req.body);
    if (!form.ok) return sayWhy(desk, req, res, opened, form.errors);
    const { act } = form.value;
    const may = mayDo(opened);
    if (act === 'passed-on' ? !may.passOn : !may.act) {
      const why = opened.whole.summary.closedAt === null ? 'not-yours-to-decide' : 'closed';
      return sayRefusal(desk, req, res, opened, why);
    }
    const result = await acknowledge(desk, opened, act);
    if (result.result === 'refused') return sayRefusal(desk, req, res, opened, result.why);
    res.redirect(303, `${BASE}/work/${opened.whole.summary.id}?done=${act}`);
  });

  router.post('/work/:id/verdict', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const form = readForm(verdictForm, req.body);
    if (!form.ok) return sayWhy(desk, req, res, opened, form.errors);
    const { summary } = opened.whole;
    const { reader, now } = opened.eye;
    await desk.book.markVerdict({ concern: summary.id, by: reader.id, ...form.value }, now);
    res.redirect(303, `${BASE}/work/${summary.id}?done=verdict`);
  });

  return router;
}

/** Opening the words is the act "seen", once a reader. True when something new was written. */
async function noteSeen(desk: Desk, opened: OpenedCase): Promise<boolean> {
  const { eye, whole, access } = opened;
  const seenBefore = whole.summary.acts.some((one) => one.act === 'seen' && one.by === eye.reader.id);
  if (seenBefore || access.as === 'broke-glass' || whole.summary.closedAt !== null) return false;
  const result = await acknowledge(desk, opened, 'seen');
  return result.result !== 'refused';
}

async function reopen(desk: Desk, opened: OpenedCase): Promise<OpenedCase> {
  const whole = await desk.views.concern(opened.whole.summary.id);
  if (whole === null || opened.access.may === 'ended') return opened;
  return { ...opened, whole };
}

type Acknowledged = Parameters<Desk['acts']['acknowledge']>[0]['act'];

/** Does an act by the reader; what somebody whose view has ended presses is kept apart, to no effect. */
async function acknowledge(desk: Desk, { eye, whole, access }: OpenedCase, act: Acknowledged): Promise<ActResult> {
  const concern = whole.summary.id;
  const by = eye.reader.id;
  if (access.may === 'open') return desk.acts.acknowledge({ concern, by, act, how: 'page' });
  if (act !== 'passed-on') await desk.book.keepApart({ concern, by, pressed: act }, eye.now);
  return { result: 'recorded' };
}

function sayRefusal(
  desk: Desk,
  req: Parameters<Desk['show']>[0],
  res: Response,
  opened: OpenedCase,
  why: keyof typeof REFUSAL_TEXTS,
): void {
  res.status(409);
  sayWhy(desk, req, res, opened, [{ field: 'form', text: REFUSAL_TEXTS[why] }]);
}

function sayWhy(
  desk: Desk,
  req: Parameters<Desk['show']>[0],
  res: Response,
  opened: OpenedCase,
  errors: readonly FormError[],
): void {
  if (res.statusCode === 200) res.status(400);
  const data = { ...describeCase(opened), errors };
  desk.show(req, res, 'concern/view.njk', `Reference ${opened.whole.summary.reference}`, data);
}
