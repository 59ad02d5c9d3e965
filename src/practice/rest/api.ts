import express, { Router, type ErrorRequestHandler } from 'express';
import type { Exchange } from '../network/calls';
import type { Network } from '../network/network';
import { requireAccount } from './account';
import { callRoutes } from './calls';
import { refuse, REFUSALS } from './errors';
import { messageRoutes } from './messages';
import { sufferFaults } from './troubled';

/** A form that is too large or cannot be read. */
const refuseUnreadable: ErrorRequestHandler = (_error, _request, response, _next) =>
  refuse(response, REFUSALS.badParameter);

/** The part of Twilio's 2010 API that the service uses. Anything else is not found, as a mistyped address would be. */
export function carrierApi(network: Network, exchange: Exchange): Router {
  const router = Router();
  const troubles = sufferFaults(network);
  router.use(express.urlencoded({ extended: false, limit: '64kb' }), refuseUnreadable);
  router.use(
    '/Accounts/:account',
    requireAccount(network.settings),
    messageRoutes(network, troubles),
    callRoutes(network, exchange, troubles),
  );
  router.use((_request, response) => refuse(response, REFUSALS.notFound));
  return router;
}
