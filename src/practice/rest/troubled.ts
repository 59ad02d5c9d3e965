import type { Request, RequestHandler, Response } from 'express';
import { faultsFor } from '../network/faults';
import type { Network } from '../network/network';
import { refuse, REFUSALS } from './errors';

/** Puts the carrier's faults before a request that would send or ring. */
export function sufferFaults(network: Network): RequestHandler {
  return (request: Request, response: Response, next) => {
    const to: unknown = request.body?.To ?? request.query.To;
    const { api } = faultsFor(network.faults, typeof to === 'string' ? to : '');
    switch (api) {
      case 'up':
        return next();
      case 'busy':
        return refuse(response, REFUSALS.tooMany);
      case 'down':
        return refuse(response, REFUSALS.unavailable);
      case 'silent':
        return undefined;
      case 'takes-silently':
        answerNobody(response);
        return next();
    }
  };
}

/** The request goes its way; what would have been answered breaks the connection off instead. */
function answerNobody(response: Response): void {
  response.json = () => {
    response.destroy();
    return response;
  };
}
