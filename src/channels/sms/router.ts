import express, { Router, type Request, type Response } from 'express';
import type { IncomingMessage, Instant, Receipt } from '../../vocabulary';
import { INCOMING_TEXT_PATH, TEXT_STATUS_PATH } from './addresses';
import type { OptOutSet } from './optOut';
import { parseIncomingText } from './parse';
import { parseTextStatus } from './status';
import { requireCarrierSignature, type CarrierDoor } from './verify';

export interface SmsDoor extends CarrierDoor {
  readonly optOutSet: OptOutSet;
  readonly now: () => Instant;
  /** Resolves once the message is kept (record or spool); rejects, having logged why, when neither could keep it. */
  readonly receive: (message: IncomingMessage) => Promise<unknown>;
  readonly receipt: (receipt: Receipt) => Promise<unknown>;
}

/** An empty answer: replies go out by themselves, through the deliveries. */
const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/**
 * The doors the carrier knocks at with texts and receipts. A text is answered 200 only when it is kept; when nothing
 * could keep it the answer is 503, so that the carrier turns to its fallback address. Twilio hangs up after 15 s;
 * `receive` has 5 s for the record and then spools, so no clock of its own is needed here.
 */
export function createSmsRouter(door: SmsDoor): Router {
  const router = Router();
  const guards = [express.urlencoded({ extended: false, limit: '64kb' }), requireCarrierSignature(door)];

  router.post(INCOMING_TEXT_PATH, guards, async (request: Request, response: Response) => {
    const parsed = parseIncomingText(request.body, door.optOutSet, door.now());
    if (!parsed.ok) {
      door.onRefused('unreadable');
      return response.sendStatus(400);
    }
    try {
      await door.receive(parsed.message);
    } catch {
      return response.sendStatus(503);
    }
    return response.type('text/xml').send(NOTHING_TO_SAY);
  });

  router.post(TEXT_STATUS_PATH, guards, async (request: Request<{ delivery: string }>, response: Response) => {
    const receipt = parseTextStatus(request.body, request.params.delivery, door.now());
    if (receipt === null) {
      door.onRefused('unreadable');
      return response.sendStatus(400);
    }
    try {
      await door.receipt(receipt);
    } catch {
      return response.sendStatus(503);
    }
    return response.sendStatus(204);
  });

  return router;
}
