import type { Server } from 'node:http';
import { Router } from 'express';
import { assetRoutes } from './assets';
import { chatRoutes } from './chatRoutes';
import { directLineRoutes } from './directLineRoutes';
import { exitRoutes } from './exitRoutes';
import { privateHeaders } from './headers';
import { linkRoutes } from './linkRoutes';
import type { WebDoor } from './ports';
import { showPages } from './showPages';
import { attachSockets } from './sockets';
import { readPageWords } from './words';

export interface WebRouter {
  /** To be mounted at the root: `/c/...`, `/chat`, `/exit` and `/v3/directline`. */
  readonly router: Router;
  /** Serves the streams on this server; the returned function closes them. */
  attachSockets(server: Server): () => Promise<void>;
}

/** Web chat, whole: our own page, and the Direct Line 3.0 addresses beneath it. */
export function createWebRouter(door: WebDoor): WebRouter {
  const pages = showPages(door, readPageWords(door));
  const router = Router();
  router.use(['/c', '/chat', '/exit', '/v3/directline'], privateHeaders(door));
  router.use(assetRoutes());
  router.use(linkRoutes(door, pages));
  router.use(chatRoutes(door, pages));
  router.use(exitRoutes(door));
  router.use('/v3/directline', directLineRoutes(door));
  return { router, attachSockets: (server) => attachSockets(door, server) };
}
