import type { Request, RequestHandler, Response } from 'express';
import { staffingFor } from '../../rota';
import { Eye } from '../need-to-know/eye';
import { keepTyped } from './keepTyped';
import { BASE, IDLE_MS, localsOf, REFERENCE_PATH, WHOLE_MS, type Desk } from './desk';

/** Finds the session, if there is one, and ties every form of this answer to it or to the browser. */
export function findSession(desk: Desk): RequestHandler {
  return async (req, res, next) => {
    const token = desk.cookies.read(req, 'desk');
    const limits = { idleMs: IDLE_MS, wholeMs: WHOLE_MS };
    const session = token === null ? null : await desk.sessions.find(token, desk.now(), limits);
    if (session !== null) {
      localsOf(res).session = session;
      localsOf(res).formToken = session.formToken;
      return next();
    }
    const kept = desk.cookies.read(req, 'desk-form');
    const formToken = kept ?? desk.secrets.make();
    if (kept === null) desk.cookies.set(res, 'desk-form', formToken);
    localsOf(res).formToken = formToken;
    next();
  };
}

/** Every post must bring back the token its own form was given; whoever is out already may sign out. */
export function checkFormToken(desk: Desk): RequestHandler {
  return async (req, res, next) => {
    if (req.method !== 'POST') return next();
    if (req.path === '/sign-out' && localsOf(res).session === undefined) return next();
    const given: unknown = (req.body as Record<string, unknown> | undefined)?.['_token'];
    const expected = localsOf(res).formToken;
    if (typeof given === 'string' && expected !== undefined && desk.secrets.same(given, expected)) return next();
    await keepTyped(desk, req, res);
  };
}

/** Somebody who follows a notice before signing in is taken to it afterwards. */
function rememberReference(desk: Desk, req: Request, res: Response): void {
  const [, reference] = REFERENCE_PATH.exec(req.path) ?? [];
  if (reference !== undefined) desk.cookies.set(res, 'desk-to', reference);
}

/**
 * Lets only fully signed-in practitioners through, and makes the eye they read with. Somebody who has left is out
 * with their next request, on every machine they were signed in on.
 */
export function requireReader(desk: Desk): RequestHandler {
  return async (req, res, next) => {
    const { session } = localsOf(res);
    if (session === undefined) {
      rememberReference(desk, req, res);
      return res.redirect(303, `${BASE}/sign-in`);
    }
    if (session.trust === 'link') return res.redirect(303, `${BASE}/second-factor`);
    const now = desk.now();
    const roster = await desk.views.roster();
    const reader = roster.practitioners.find((one) => one.id === session.practitioner);
    if (reader === undefined || reader.leftAt !== null) {
      await desk.sessions.closeAllOf(session.practitioner, now);
      desk.cookies.clear(res, 'desk');
      return res.redirect(303, `${BASE}/sign-in`);
    }
    const [ends, glass, leavers] = await Promise.all([
      desk.views.viewEndsOf(reader.id),
      desk.views.glassOpenedBy(reader.id, now),
      desk.views.leavers(),
    ]);
    localsOf(res).eye = new Eye(
      reader,
      roster,
      now,
      (person) => staffingFor(roster, { youngPerson: person, now }),
      ends,
      glass,
      leavers,
    );
    next();
  };
}
