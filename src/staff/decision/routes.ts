import express, { type Request, type Response, type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import { describeCase } from '../concern/describeCase';
import { mayDo, wasClosedMeanwhile } from '../concern/mayDo';
import { openCase, type OpenedCase } from '../concern/openCase';
import type { ActResult } from '../acts';
import { BASE, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { REFUSAL_TEXTS } from '../words/names';
import { typeMoment } from '../words/readLocal';
import { nameOf } from '../words/people';
import { sayNear } from '../words/times';
import { followUpOwed } from './followUpOwed';
import { replyAwaited } from './replyAwaited';
import { decisionForm, replyForm } from './schema';

/** The lead's decision: referred to whom, when, by whom; or not, and why; and what the young person was told. */
export function decision(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/decision', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (!mayDo(opened).decide) return desk.notHere(req, res);
    showForm(desk, req, res, opened, startingValues(opened), []);
  });

  router.post('/work/:id/decision', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    if (wasClosedMeanwhile(opened, 'decide')) return refuse(desk, req, res, opened, REFUSAL_TEXTS.closed);
    if (!mayDo(opened).decide) return desk.notHere(req, res);
    const { eye, whole, access } = opened;
    const isPractitioner = (id: string): boolean => eye.practitioner(id) !== null;
    const form = readForm(decisionForm(eye.roster.organisation.timeZone, eye.now, isPractitioner), req.body);
    if (!form.ok) return showForm(desk, req, res.status(400), opened, req.body, form.errors);
    const concern = whole.summary.id;
    const { known, ...decided } = form.value;
    if (known < whole.decisions.length) return refuse(desk, req, res, opened, sayDecidedMeanwhile(opened));
    if (access.may === 'ended') {
      await desk.book.keepApart({ concern, pressed: 'decided', by: eye.reader.id }, eye.now);
      return res.redirect(303, `${BASE}/work/${concern}?done=decided`);
    }
    const result = await desk.acts.decide({ concern, by: eye.reader.id, at: eye.now, ...decided });
    if (result.result === 'refused') return refuse(desk, req, res, opened, REFUSAL_TEXTS[result.why]);
    res.redirect(303, `${BASE}/work/${concern}?done=decided`);
  });

  router.post('/work/:id/reply', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const { eye, whole, access } = opened;
    const form = readForm(replyForm, req.body);
    if (!mayDo(opened).decide || replyAwaited(whole) === null) return desk.notHere(req, res);
    if (!form.ok) {
      const data = { ...describeCase(opened), errors: form.errors };
      return desk.show(req, res.status(400), 'concern/view.njk', `Reference ${whole.summary.reference}`, data);
    }
    const concern = whole.summary.id;
    const result: ActResult =
      access.may === 'ended'
        ? { result: 'recorded' }
        : await desk.acts.recordReferralReply({ concern, by: eye.reader.id, ...form.value });
    if (result.result === 'refused') return desk.notHere(req, res);
    res.redirect(303, `${BASE}/work/${concern}?done=reply`);
  });

  router.post('/work/:id/follow-up', async (req, res) => {
    const opened = await openCase(desk, req, res);
    if (opened === null) return;
    const { eye, whole, access } = opened;
    if (!mayDo(opened).decide || followUpOwed(whole) === null) return desk.notHere(req, res);
    const concern = whole.summary.id;
    const result: ActResult =
      access.may === 'ended' ? { result: 'recorded' } : await desk.acts.recordFollowUp({ concern, by: eye.reader.id });
    if (result.result === 'refused') return desk.notHere(req, res);
    res.redirect(303, `${BASE}/work/${concern}?done=follow-up`);
  });

  return router;
}

/** Now, by the reader; first known by whoever saw it first; the written follow-up owed tomorrow. */
function startingValues({ eye, whole }: OpenedCase): Readonly<Record<string, string>> {
  const zone = eye.roster.organisation.timeZone;
  const made = typeMoment(eye.now, zone);
  const firstSeen = whole.summary.acts.find((one) => one.act === 'seen');
  const aware = typeMoment(firstSeen?.at ?? eye.now, zone);
  const owed = typeMoment(later(eye.now, DAY_MS), zone);
  return {
    referredBy: eye.reader.id,
    madeDay: made.day,
    madeMonth: made.month,
    madeYear: made.year,
    madeTime: made.time,
    awareBy: firstSeen?.by ?? eye.reader.id,
    awareDay: aware.day,
    awareMonth: aware.month,
    awareYear: aware.year,
    awareTime: aware.time,
    owedDay: owed.day,
    owedMonth: owed.month,
    owedYear: owed.year,
  };
}

function refuse(desk: Desk, req: Request, res: Response, opened: OpenedCase, text: string): void {
  showForm(desk, req, res.status(409), opened, req.body, [{ field: 'form', text }]);
}

/** Somebody else decided while this one was being written: both stay, but not unread. */
function sayDecidedMeanwhile({ eye, whole }: OpenedCase): string {
  const last = whole.decisions.at(-1);
  if (last === undefined) return '';
  const what = last.referred ? `referred to ${last.to ?? 'somebody'}` : 'not referred';
  const when = sayNear(last.at, eye.now, eye.roster.organisation.timeZone);
  return `While you were writing, ${nameOf(eye, last.by)} decided, ${when}: ${what}. Read it below. Send yours again to record it as well: both stay.`;
}

function showForm(
  desk: Desk,
  req: Request,
  res: Response,
  opened: OpenedCase,
  values: unknown,
  errors: readonly FormError[],
): void {
  const people = opened.eye.roster.practitioners
    .filter((one) => one.leftAt === null)
    .map((one) => ({ value: one.id, text: one.name }));
  const data = { ...describeCase(opened), values, errors, people };
  desk.show(req, res, 'decision/view.njk', `Decision on ${opened.whole.summary.reference}`, data);
}
