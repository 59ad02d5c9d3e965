import express, { type Request, type Response, type Router } from 'express';
import { firstName, later, MINUTE_MS } from '../../vocabulary';
import type { StaffSession } from '../sessions';
import { openSession } from '../sign-in/routes';
import { BASE, localsOf, REFERENCE_PATH, type Desk } from '../web/desk';
import { readForm, type FormError } from '../web/readForm';
import { drawSecret, makeSecret, readCode } from './oneTimeCode';
import { codeForm, enrolForm } from './schema';

/** After this many wrong codes within `WINDOW_MS`, no code is looked at until the window has passed. */
const WRONG_CODES_ALLOWED = 5;
const WINDOW_MS = 15 * MINUTE_MS;

const WRONG: FormError = { field: 'code', text: 'That is not the code. Wait for the next one and try again' };
const TOO_MANY: FormError = { field: 'code', text: 'Too many wrong codes. Wait 15 minutes, then ask for a new link' };

/** The second factor: six numbers from an authenticator app, enrolled the first time by a picture to scan. */
export function secondFactor(desk: Desk): Router {
  const router = express.Router();

  router.get('/second-factor', async (req, res) => {
    const session = halfOf(res);
    if (session === null) return res.redirect(303, `${BASE}/sign-in`);
    const secret = await desk.sessions.secretOf(session.practitioner);
    return secret === null ? showEnrolment(desk, req, res, session, await makeSecret()) : showQuestion(desk, req, res);
  });

  router.post('/second-factor', async (req, res) => {
    const session = halfOf(res);
    if (session === null) return res.redirect(303, `${BASE}/sign-in`);
    const secret = await desk.sessions.secretOf(session.practitioner);
    if (secret === null) return enrol(desk, req, res, session);
    const form = readForm(codeForm, req.body);
    if (!form.ok) return showQuestion(desk, req, res, form.errors[0]);
    const refused = await judgeCode(desk, session, secret, form.value.code);
    return refused === null ? letIn(desk, req, res, session) : showQuestion(desk, req, res, refused);
  });

  return router;
}

async function enrol(desk: Desk, req: Request, res: Response, session: StaffSession): Promise<void> {
  const form = readForm(enrolForm, req.body);
  if (!form.ok) {
    const given: unknown = (req.body as Record<string, unknown>)['secret'];
    const secret = enrolForm.shape.secret.safeParse(given);
    return showEnrolment(desk, req, res, session, secret.data ?? (await makeSecret()), form.errors[0]);
  }
  const { secret, code } = form.value;
  const refused = await judgeCode(desk, session, secret, code);
  if (refused !== null) return showEnrolment(desk, req, res, session, secret, refused);
  const { practitioner } = session;
  await desk.sessions.enrol(practitioner, secret, desk.now());
  await desk.book.recordEntry({ practitioner, did: 'second-factor-enrolled' }, desk.now());
  await letIn(desk, req, res, session);
}

/**
 * Null when the code is right, unused and not one of too many; else what to say. The try is written down first: of
 * many sent at once, none is looked at before it has been counted.
 */
async function judgeCode(desk: Desk, who: StaffSession, secret: string, code: string): Promise<FormError | null> {
  const now = desk.now();
  const { sessions } = desk;
  const tried = await sessions.noteTry(who.practitioner, now);
  if ((await sessions.triesOf(who.practitioner, later(now, -WINDOW_MS))) > WRONG_CODES_ALLOWED) {
    await sessions.takeBackTry(tried);
    return TOO_MANY;
  }
  const step = await readCode(secret, code, now);
  if (step === null || !(await sessions.useStep(who.practitioner, step))) return WRONG;
  await sessions.takeBackTry(tried);
  return null;
}

async function letIn(desk: Desk, req: Request, res: Response, session: StaffSession): Promise<void> {
  const half = desk.cookies.read(req, 'desk');
  if (half !== null) await desk.sessions.close(half, desk.now());
  await openSession(desk, res, { practitioner: session.practitioner, trust: 'full' });
  const reference = desk.cookies.read(req, 'desk-to');
  desk.cookies.clear(res, 'desk-to');
  const followed = reference !== null && REFERENCE_PATH.test(`/r/${reference}`);
  res.redirect(303, followed ? `${BASE}/r/${reference}` : `${BASE}/work`);
}

function showQuestion(desk: Desk, req: Request, res: Response, error?: FormError): void {
  if (error !== undefined) res.status(400);
  desk.show(req, res, 'second-factor/view.njk', 'Your code', { errors: error === undefined ? [] : [error] });
}

async function showEnrolment(
  desk: Desk,
  req: Request,
  res: Response,
  session: StaffSession,
  secret: string,
  error?: FormError,
): Promise<void> {
  const roster = await desk.views.roster();
  const practitioner = roster.practitioners.find((one) => one.id === session.practitioner);
  const label = practitioner === undefined ? 'staff' : firstName(practitioner);
  const picture = await drawSecret(secret, roster.organisation.name, label);
  if (error !== undefined) res.status(400);
  const errors = error === undefined ? [] : [error];
  desk.show(req, res, 'second-factor/enrol.njk', 'Set up your codes', { picture, secret, errors });
}

/** The session of somebody who came by a link and still owes the second factor. */
function halfOf(res: Response): StaffSession | null {
  const { session } = localsOf(res);
  return session?.trust === 'link' ? session : null;
}
