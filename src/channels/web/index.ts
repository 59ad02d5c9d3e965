import type { Server } from 'node:http';
import { Router, type ErrorRequestHandler } from 'express';
import { directLineRoutes } from './direct-line/directLineRoutes';
import { refuse } from './direct-line/refusals';
import { attachSockets } from './direct-line/sockets';
import { privateHeaders } from './headers';
import { assetRoutes } from './page/assets';
import { chatRoutes } from './page/chatRoutes';
import { exitRoutes } from './page/exitRoutes';
import { linkRoutes } from './page/linkRoutes';
import { showPages, type ShowPages } from './page/showPages';
import { fillPageWords } from './page/words';
import type { WebDoor } from './ports';

export interface WebRouter {
  /** To be mounted at the root: `/`, `/c/...`, `/chat`, `/exit` and `/v3/directline`. */
  readonly router: Router;
  /** Serves the streams on this server; the returned function closes them. */
  attachSockets(server: Server): () => Promise<void>;
}

/** Web chat, whole: our own page, and the Direct Line 3.0 addresses beneath it. */
export function createWebRouter(door: WebDoor): WebRouter {
  const pages = showPages(door, fillPageWords(door));
  const router = Router();
  router.use(['/c', '/chat', '/exit', '/v3/directline'], privateHeaders(door));
  router.get('/', privateHeaders(door), (request, response) => pages.front(request, response));
  router.use(assetRoutes());
  router.use(linkRoutes(door, pages));
  router.use(chatRoutes(door, pages));
  router.use(exitRoutes(door));
  router.use('/v3/directline', directLineRoutes(door));
  router.use(['/c', '/chat', '/exit', '/v3/directline'], answerFault(door, pages));
  return { router, attachSockets: (server) => attachSockets(door, server) };
}

/** The record is away, or something of ours is wrong: both are tried again, and neither shows its inside. */
function answerFault(door: WebDoor, pages: ShowPages): ErrorRequestHandler {
  return (error, request, response, next) => {
    door.log.error({ error }, 'web chat could not answer a request');
    if (response.headersSent) return next(error);
    if (request.baseUrl.startsWith('/v3')) return refuse(response, 'away');
    pages.broken(request, response);
  };
}
