import express, { type Response, type Router } from 'express';
import type { PractitionerId } from '../../vocabulary';
import type { StaffSession } from '../sessions';
import { BASE, localsOf, type Desk } from '../web/desk';
import { readForm } from '../web/readForm';
import { isLoopback } from './loopback';
import { askForLinkForm } from './schema';

/**
 * Signing in by a one-time link, and signing out. Opening a link uses nothing up (mail scanners open links): pressing
 * "Continue" does. Practice links are for this machine alone, need no second factor, and live mode has no such page.
 */
export function signIn(desk: Desk): Router {
  const router = express.Router();

  router.get('/sign-in', (req, res) => desk.show(req, res, 'sign-in/view.njk', 'Sign in'));

  router.post('/sign-in', async (req, res) => {
    const form = readForm(askForLinkForm, req.body);
    if (!form.ok) {
      res.status(400);
      return desk.show(req, res, 'sign-in/view.njk', 'Sign in', { errors: form.errors, values: req.body });
    }
    await desk.acts.askForLink({ email: form.value.email });
    desk.show(req, res, 'sign-in/asked.njk', 'Look in your e-mail');
  });

  router.get('/sign-in/:token', async (req, res) => {
    const found = await whoIsHere(desk, await desk.sessions.lookAtLink(req.params.token, desk.now()));
    res.status(found === null ? 404 : 200);
    const view = found === null ? 'sign-in/link-spent.njk' : 'sign-in/link.njk';
    desk.show(req, res, view, 'Sign in', { token: req.params.token });
  });

  router.post('/sign-in/:token', async (req, res) => {
    const found = await whoIsHere(desk, await desk.sessions.useLink(req.params.token, desk.now()));
    if (found === null) {
      res.status(404);
      return desk.show(req, res, 'sign-in/link-spent.njk', 'Sign in');
    }
    await openSession(desk, res, { practitioner: found, trust: 'link' });
    res.redirect(303, `${BASE}/second-factor`);
  });

  if (desk.mode === 'practice') {
    router.get('/practice/:token', async (req, res) => {
      const practitioner = isLoopback(req) ? await desk.sessions.practiceLink(req.params.token, desk.now()) : null;
      if (practitioner === null) return desk.notHere(req, res);
      await openSession(desk, res, { practitioner, trust: 'full' });
      res.redirect(303, `${BASE}/work`);
    });
  }

  router.post('/sign-out', async (req, res) => {
    const token = desk.cookies.read(req, 'desk');
    if (token !== null) await desk.sessions.close(token, desk.now());
    desk.cookies.clear(res, 'desk');
    res.set('Clear-Site-Data', '"cache", "storage"');
    res.redirect(303, `${BASE}/sign-in?done=signed-out`);
  });

  return router;
}

/** Whoever has left since the link was sent has no way in by it; null as for a link that is spent. */
async function whoIsHere(desk: Desk, found: PractitionerId | null): Promise<PractitionerId | null> {
  if (found === null) return null;
  const { practitioners } = await desk.views.roster();
  return practitioners.some(({ id, leftAt }) => id === found && leftAt === null) ? found : null;
}

/** A fresh session with a fresh token: nothing of an earlier one is carried over. */
export async function openSession(
  desk: Desk,
  res: Response,
  who: { practitioner: PractitionerId; trust: StaffSession['trust'] },
): Promise<void> {
  const now = desk.now();
  const { token } = await desk.sessions.open({ ...who, now });
  if (who.trust === 'full') {
    await desk.book.recordEntry({ practitioner: who.practitioner, did: 'staff-signed-in' }, now);
  }
  desk.cookies.clear(res, 'desk-form');
  desk.cookies.set(res, 'desk', token);
  delete localsOf(res).session;
}
