import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { validateRequest } from 'twilio';

/** Why a call at a carrier's door was turned away: not signed by the carrier, or signed and yet not readable. */
export type RefusedBecause = 'signature' | 'unreadable';

export interface CarrierDoor {
  /** The service's address as the carrier knows it, without a trailing slash ("https://texts.example.org"). */
  readonly publicBaseUrl: string;
  readonly authToken: string;
  /** Counts refusals: a run of them pages the administrator. */
  readonly onRefused: (because: RefusedBecause) => void;
}

/**
 * Lets only the carrier in. The signature covers the address the carrier called, which behind a proxy is not the one
 * this process sees; so it is checked over the configured public address, never over a `Host` header.
 * Needs the urlencoded body parser before it.
 */
export function requireCarrierSignature(door: CarrierDoor): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const signature = request.get('X-Twilio-Signature') ?? '';
    const form = (request.body ?? {}) as Record<string, unknown>;
    if (validateRequest(door.authToken, signature, door.publicBaseUrl + request.originalUrl, form)) return next();
    door.onRefused('signature');
    response.sendStatus(403);
  };
}
