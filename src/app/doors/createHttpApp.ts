import express, { type Express } from 'express';
import type { Server } from 'node:http';
import { health } from './health';
import { logFault } from './logFault';
import type { House } from '../house/openHouse';
import { createPhoneDoors } from './phoneDoors';
import { createStaffDoor } from './staffDoor';
import { countRefusals } from './countRefusals';
import { createWebDoor } from './webDoor';

export interface HttpApp {
  readonly app: Express;
  /** Serves web chat's streams on this server; the returned function closes them. */
  attachSockets(server: Server): () => Promise<void>;
}

/** Every door of the service, in the order they are tried. */
export function createHttpApp(house: House): HttpApp {
  const web = createWebDoor(house);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', house.config.trustProxy);
  app.use(health(house));
  for (const door of createPhoneDoors(house, countRefusals(house))) app.use(door);
  app.use(web.router);
  app.use(createStaffDoor(house));
  app.use((_request, response) => void response.sendStatus(404));
  app.use(logFault(house.log));
  return { app, attachSockets: web.attachSockets };
}
