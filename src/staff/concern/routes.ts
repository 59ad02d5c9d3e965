import express, { type Router } from 'express';
import { BASE, eyeOf, type Desk } from '../web/desk';
import { REFUSAL_TEXTS } from '../words/names';
import type { ActResult } from '../ports';
import { describeCase } from './describeCase';
import { mayDo } from './mayDo';
import { openCase, type OpenedCase } from './openCase';
import { ON_THE_CONCERN, openCaseForm } from './openCaseForm';
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
    const { view, title } = ON_THE_CONCERN;
    desk.show(req, res, view, `${title} ${shown.whole.summary.reference}`, describeCase(shown));
  });

  router.post('/work/:id/act', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, ON_THE_CONCERN);
    if (opened === null) return;
    const { whole, form } = opened;
    const read = form.read(actForm);
    if (read === null) return;
    const may = mayDo(opened);
    if (read.act === 'passed-on' ? !may.passOn : !may.act) {
      return form.refuse(REFUSAL_TEXTS[whole.summary.closedAt === null ? 'not-yours-to-decide' : 'closed']);
    }
    form.answer(await acknowledge(desk, opened, read.act), `/work/${whole.summary.id}?done=${read.act}`);
  });

  router.post('/work/:id/verdict', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, ON_THE_CONCERN);
    if (opened === null) return;
    const { eye, whole, form } = opened;
    const read = form.read(verdictForm);
    if (read === null) return;
    const concern = whole.summary.id;
    await desk.book.markVerdict({ concern, by: eye.reader.id, ...read }, eye.now);
    form.answer({ result: 'recorded' }, `/work/${concern}?done=verdict`);
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
