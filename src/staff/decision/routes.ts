import express, { type Router } from 'express';
import { DAY_MS, later } from '../../vocabulary';
import type { OpenedCase } from '../concern/openCase';
import { ON_THE_CONCERN, openCaseForm, type CaseForm } from '../concern/openCaseForm';
import type { ActResult } from '../ports';
import type { Desk } from '../web/desk';
import { typeMoment } from '../words/readLocal';
import { nameOf } from '../words/people';
import { sayNear } from '../words/times';
import { followUpOwed } from './followUpOwed';
import { replyAwaited } from './replyAwaited';
import { decisionForm, replyForm } from './schema';

const DECISION: CaseForm = {
  asks: 'decide',
  view: 'decision/view.njk',
  title: 'Decision on',
  beside: (opened) => ({ people: stillHere(opened), values: startingValues(opened) }),
};

/** What follows a referral is noted on the page of the concern. */
const AFTER_A_REFERRAL: CaseForm = { asks: 'decide', ...ON_THE_CONCERN };

/** The lead's decision: referred to whom, when, by whom; or not, and why; and what the young person was told. */
export function decision(desk: Desk): Router {
  const router = express.Router();

  router.get('/work/:id/decision', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, DECISION);
    opened?.form.show();
  });

  router.post('/work/:id/decision', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, DECISION);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    const isPractitioner = (id: string): boolean => eye.practitioner(id) !== null;
    const read = form.read(decisionForm(eye.roster.organisation.timeZone, eye.now, isPractitioner));
    if (read === null) return;
    const { known, ...decided } = read;
    if (known < whole.decisions.length) return form.refuse(sayDecidedMeanwhile(opened));
    const concern = whole.summary.id;
    const next = `/work/${concern}?done=decided`;
    if (access.may === 'ended') {
      await desk.book.keepApart({ concern, pressed: 'decided', by: eye.reader.id }, eye.now);
      return form.answer(AS_IF_DONE, next);
    }
    form.answer(await desk.acts.decide({ concern, by: eye.reader.id, at: eye.now, ...decided }), next);
  });

  router.post('/work/:id/reply', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, AFTER_A_REFERRAL);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    if (replyAwaited(whole) === null) return desk.notHere(req, res);
    const read = form.read(replyForm);
    if (read === null) return;
    const noted = { concern: whole.summary.id, by: eye.reader.id, ...read };
    const result = access.may === 'ended' ? AS_IF_DONE : await desk.acts.recordReferralReply(noted);
    if (result.result === 'refused') return desk.notHere(req, res);
    form.answer(result, `/work/${noted.concern}?done=reply`);
  });

  router.post('/work/:id/follow-up', async (req, res) => {
    const opened = await openCaseForm(desk, req, res, AFTER_A_REFERRAL);
    if (opened === null) return;
    const { eye, whole, access, form } = opened;
    if (followUpOwed(whole) === null) return desk.notHere(req, res);
    const noted = { concern: whole.summary.id, by: eye.reader.id };
    const result = access.may === 'ended' ? AS_IF_DONE : await desk.acts.recordFollowUp(noted);
    if (result.result === 'refused') return desk.notHere(req, res);
    form.answer(result, `/work/${noted.concern}?done=follow-up`);
  });

  return router;
}

/** What somebody whose view has ended presses reads like anything else, and does nothing. */
const AS_IF_DONE: ActResult = { result: 'recorded' };

/** Who may be named as having known, or referred. */
function stillHere({ eye }: OpenedCase): readonly { readonly value: string; readonly text: string }[] {
  return eye.roster.practitioners
    .filter((one) => one.leftAt === null)
    .map((one) => ({ value: one.id, text: one.name }));
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

/** Somebody else decided while this one was being written: both stay, but not unread. */
function sayDecidedMeanwhile({ eye, whole }: OpenedCase): string {
  const last = whole.decisions.at(-1);
  if (last === undefined) return '';
  const what = last.referred ? `referred to ${last.to ?? 'somebody'}` : 'not referred';
  const when = sayNear(last.at, eye.now, eye.roster.organisation.timeZone);
  return `While you were writing, ${nameOf(eye, last.by)} decided, ${when}: ${what}. Read it below. Send yours again to record it as well: both stay.`;
}
