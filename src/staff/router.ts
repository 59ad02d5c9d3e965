import express, { type ErrorRequestHandler, type Router } from 'express';
import { assets } from './assets/routes';
import { breakGlass } from './break-glass/routes';
import { caseload } from './caseload/routes';
import { colleagues } from './colleagues/routes';
import { closing } from './closing/routes';
import { concern } from './concern/routes';
import { concerns } from './concerns/routes';
import { decision } from './decision/routes';
import { emergencySheet } from './emergency-sheet/routes';
import { joining } from './joining/routes';
import { keeping } from './keeping/routes';
import { load } from './load/routes';
import { mending } from './mending/routes';
import { ownNumbers } from './own-numbers/routes';
import type { StaffDoor } from './ports';
import { rota } from './rota/routes';
import { takeBackLeave } from './rota/takeBack';
import { secondFactor } from './second-factor/routes';
import { signIn } from './sign-in/routes';
import { BASE, makeDesk, type Desk } from './web/desk';
import { checkFormToken, findSession, requireReader } from './web/gate';
import { setHeaders } from './web/headers';
import { talk } from './talk/routes';
import { telling } from './telling/routes';
import { weekly } from './weekly/routes';
import { webLink } from './web-link/routes';
import { whoMayKnow } from './who-may-know/routes';
import { writing } from './writing/routes';
import { away } from './young-person/away';
import { youngPerson } from './young-person/routes';

/**
 * The staff pages, mounted by `staffDoor.ts` at the root. Reads aloud as: security, files, session, form token, the pages
 * before the gate, the gate, the pages behind it, not here, and what broke.
 */
export function createStaffRouter(door: StaffDoor): Router {
  const desk = makeDesk(door);
  const router = express.Router();
  router.use(BASE, setHeaders);
  router.use(BASE, assets());
  router.use(BASE, express.urlencoded({ extended: false, limit: '64kb' }));
  router.use(BASE, findSession(desk), checkFormToken(desk));

  router.use(BASE, signIn(desk), secondFactor(desk));

  router.use(BASE, requireReader(desk));
  for (const page of PAGES) router.use(BASE, page(desk));
  router.use(BASE, (req, res) => desk.notHere(req, res));
  router.use(BASE, showBroken(desk));
  return router;
}

const PAGES: readonly ((desk: Desk) => Router)[] = [
  concerns,
  weekly,
  load,
  colleagues,
  concern,
  decision,
  closing,
  talk,
  telling,
  whoMayKnow,
  webLink,
  caseload,
  youngPerson,
  away,
  joining,
  writing,
  emergencySheet,
  breakGlass,
  rota,
  takeBackLeave,
  ownNumbers,
  keeping,
  mending,
];

/** A bug shows a calm page with the numbers to ring, and goes on to whoever logs it. */
function showBroken(desk: Desk): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    res.status(500);
    desk.show(req, res, 'layout/broken.njk', 'Not working');
    next(error);
  };
}
