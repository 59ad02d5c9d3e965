import { Router } from 'express';
import { admit } from './admit';
import { readSessionCookie, setSessionCookie } from './cookie';
import { plainPage } from './page';
import type { FrameFor } from './pageFrame';
import type { WebDoor } from './ports';
import { isFetchedAhead } from './sameOrigin';

/**
 * A personal link, opened once: the token becomes a session and the browser is sent on to a neutral address, so that
 * neither the address bar nor the history holds it.
 */
export function linkRoutes(door: WebDoor, frameFor: FrameFor): Router {
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
    const frame = frameFor(request);
    response.status(410).send(plainPage({ ...frame, text: frame.words.linkOver }));
  });
  return router;
}
