import { Router } from 'express';
import type { WebDoor } from '../ports';
import { isFetchedAhead } from '../sameOrigin';
import { admit } from '../session/admit';
import { readSessionCookie, setSessionCookie } from '../session/cookie';
import type { ShowPages } from './showPages';

/**
 * A personal link, opened once: the token becomes a session and the browser is sent on to a neutral address, so that
 * neither the address bar nor the history holds it.
 */
export function linkRoutes(door: WebDoor, pages: ShowPages): Router {
  const router = Router();
  router.get('/c/:token', async (request, response) => {
    if (request.method === 'HEAD' || isFetchedAhead(request)) {
      response.status(204).end();
      return;
    }
    const session = await door.sessions.exchangeLink(request.params.token, door.clock.now());
    if (session !== null) {
      setSessionCookie(door, response, session);
      response.redirect(303, '/chat');
      return;
    }
    // The same link tapped again on the device it opened: they are already in.
    const claims = readSessionCookie(door, request);
    if (claims !== null && (await admit(door, claims.session)).may !== 'nothing') {
      response.redirect(303, '/chat');
      return;
    }
    pages.linkOver(request, response);
  });
  return router;
}
