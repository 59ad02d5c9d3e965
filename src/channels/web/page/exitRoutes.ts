import { Router, type RequestHandler } from 'express';
import type { WebDoor } from '../ports';
import { isFetchedAhead, sameOrigin } from '../sameOrigin';
import { clearSessionCookie, readSessionCookie } from '../session/cookie';

/**
 * Exit this page: ends the session, clears what the browser holds of us and goes to the neutral site. By button
 * (POST) and by the hidden link (GET). It leaves even when the session could not be ended: speed is what it is for.
 */
export function exitRoutes(door: WebDoor): Router {
  const leave: RequestHandler = async (request, response) => {
    if (isFetchedAhead(request)) {
      response.status(204).end();
      return;
    }
    const claims = readSessionCookie(door, request);
    clearSessionCookie(door, response);
    response.set('Clear-Site-Data', '"cache", "cookies", "storage"');
    response.redirect(303, door.exitUrl);
    if (claims === null) return;
    await door.sessions.end(claims.session, door.clock.now()).catch((error: unknown) => {
      door.log.error({ error, session: claims.session }, 'a session could not be ended on exit');
    });
  };
  const router = Router();
  router.get('/exit', sameOrigin, leave);
  router.post('/exit', sameOrigin, leave);
  return router;
}
