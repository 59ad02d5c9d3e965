import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { IncomingMessage, Instant, Receipt } from '../../vocabulary';
import { requireCarrierSignature, type CarrierDoor } from '../sms/verify';
import {
  CALL_STATUS_PATH,
  INCOMING_CALL_PATH,
  NOTICE_KEY_PATH,
  NOTICE_PATH,
  NOTICE_PIN_PATH,
  noticeAddresses,
} from './addresses';
import { wasMachine } from './answeredBy';
import { sayAndEnd, type Spoken } from './documents';
import { createNoticeCall, type NoticeActs } from './notice';
import { parseIncomingCall } from './parse';
import { parseCallStatus } from './status';

export interface VoiceDoor extends CarrierDoor {
  readonly now: () => Instant;
  readonly notice: NoticeActs;
  /** Resolves once the call is kept as a message; rejects, having logged why, when it could not be. */
  readonly receive: (message: IncomingMessage) => Promise<unknown>;
  /** The recorded line for somebody who rings our number, asked for after the call is kept: true when it is said. */
  readonly recordedLine: (caller: IncomingMessage) => Promise<Spoken>;
  readonly receipt: (receipt: Receipt) => Promise<unknown>;
}

const digits = z.object({
  Digits: z
    .string()
    .regex(/^[0-9*#]{0,4}$/)
    .catch(''),
});

type NoticeRequest = Request<{ delivery: string; hearing: string }>;
type PinRequest = Request<{ delivery: string; attempt: string }>;

/**
 * The doors the carrier knocks at with calls. When something of ours fails the answer is 503: the carrier turns to its
 * fallback address or rings off, and the notice stays untaken, which moves it on by its clock.
 */
export function createVoiceRouter(door: VoiceDoor): Router {
  const router = Router();
  const guards = [express.urlencoded({ extended: false, limit: '16kb' }), requireCarrierSignature(door)];
  const call = createNoticeCall(door.notice);
  const addressesOf = (delivery: string) => noticeAddresses(door.publicBaseUrl, delivery);

  router.post(INCOMING_CALL_PATH, guards, async (request: Request, response: Response) => {
    const message = parseIncomingCall(request.body, door.now());
    if (message === null) return unreadable(door, response);
    return play(response, async () => {
      await door.receive(message);
      return sayAndEnd(await door.recordedLine(message));
    });
  });

  router.post(NOTICE_PATH, guards, ({ params, body }: NoticeRequest, response: Response) => {
    const { delivery, hearing } = params;
    return play(response, () =>
      call.pickedUp(delivery, Number(hearing), wasMachine(body.AnsweredBy), addressesOf(delivery)),
    );
  });

  router.post(NOTICE_KEY_PATH, guards, ({ params, body }: NoticeRequest, response: Response) => {
    const { delivery, hearing } = params;
    return play(response, () => call.key(delivery, Number(hearing), digits.parse(body).Digits, addressesOf(delivery)));
  });

  router.post(NOTICE_PIN_PATH, guards, ({ params, body }: PinRequest, response: Response) => {
    const { delivery, attempt } = params;
    return play(response, () => call.pin(delivery, Number(attempt), digits.parse(body).Digits, addressesOf(delivery)));
  });

  router.post(CALL_STATUS_PATH, guards, async (request: Request<{ delivery: string }>, response: Response) => {
    const receipt = parseCallStatus(request.body, request.params.delivery, door.now());
    if (receipt === null) return unreadable(door, response);
    return door.receipt(receipt).then(
      () => response.sendStatus(204),
      () => response.sendStatus(503),
    );
  });

  return router;
}

async function play(response: Response, next: () => Promise<string>): Promise<Response> {
  try {
    return response.type('text/xml').send(await next());
  } catch {
    return response.sendStatus(503);
  }
}

function unreadable(door: CarrierDoor, response: Response): Response {
  door.onRefused('unreadable');
  return response.sendStatus(400);
}
