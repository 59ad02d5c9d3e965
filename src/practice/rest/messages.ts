import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { MOST_OF_A_TEXT } from '../../vocabulary';
import type { Network, Text } from '../network/network';
import { takeFromService, type Handed } from '../network/texts';
import { E164 } from '../phones';
import type { PracticeSettings } from '../settings';
import { apiDate, meetsDate } from './dates';
import { refuse, REFUSALS, type Refusal } from './errors';
import { pageOf } from './paging';

const form = z.object({
  To: z.string().default(''),
  From: z.string().default(''),
  MessagingServiceSid: z.string().nullable().default(null),
  Body: z.string().default(''),
  StatusCallback: z.string().nullable().default(null),
});

/** The messages of the 2010 API: send, list, look at one. */
export function messageRoutes(network: Network, beforeSending: RequestHandler): Router {
  const { settings } = network;
  const router = Router({ mergeParams: true });

  router.post('/Messages.json', beforeSending, (request, response) => {
    const checked = check(request.body, network);
    if ('code' in checked) return refuse(response, checked);
    response.status(201).json(present(settings, takeFromService(network, checked)));
  });

  router.get('/Messages.json', beforeSending, (request: Request, response) => {
    const wanted = network.texts.filter((text) => meets(request.query, text)).toReversed();
    const path = `/2010-04-01/Accounts/${settings.accountSid}/Messages.json`;
    response.json(pageOf('messages', wanted, path, request.query, (text) => present(settings, text)));
  });

  router.get('/Messages/:sid.json', beforeSending, (request: Request, response) => {
    const text = network.texts.find(({ sid }) => sid === request.params.sid);
    if (text === undefined) return refuse(response, REFUSALS.notFound);
    response.json(present(settings, text));
  });

  return router;
}

function check(body: unknown, network: Network): Handed | Refusal {
  const { settings } = network;
  const read = form.safeParse(body);
  if (!read.success) return REFUSALS.badParameter;
  const { To, From, MessagingServiceSid, Body, StatusCallback } = read.data;
  if (To === '') return REFUSALS.noTo;
  if (From === '' && MessagingServiceSid === null) return REFUSALS.noFrom;
  if (Body === '') return REFUSALS.noBody;
  if (!E164.safeParse(To).success) return REFUSALS.badTo;
  if (From !== '' && From !== settings.serviceNumber) return REFUSALS.notOurNumber;
  if (To === settings.serviceNumber) return REFUSALS.toOurselves;
  if (MessagingServiceSid !== null && MessagingServiceSid !== settings.messagingServiceSid) return REFUSALS.notFound;
  if (Body.length > MOST_OF_A_TEXT) return REFUSALS.tooLong;
  if (StatusCallback !== null && !URL.canParse(StatusCallback)) return REFUSALS.badStatusCallback;
  if (network.optedOut.has(To)) return REFUSALS.optedOut;
  return {
    from: settings.serviceNumber,
    to: To,
    body: Body,
    messagingServiceSid: MessagingServiceSid,
    statusCallback: StatusCallback,
  };
}

function meets(query: Readonly<Record<string, unknown>>, text: Text): boolean {
  if (typeof query.To === 'string' && query.To !== text.to) return false;
  if (typeof query.From === 'string' && query.From !== text.from) return false;
  return meetsDate(query, 'DateSent', text.sentAt);
}

function present({ accountSid }: PracticeSettings, text: Text): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${text.sid}`;
  return {
    sid: text.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    messaging_service_sid: text.messagingServiceSid,
    body: text.body,
    direction: text.direction,
    from: text.from,
    to: text.to,
    status: text.status,
    error_code: text.errorCode,
    error_message: null,
    num_media: String(text.media.length),
    num_segments: String(text.segments),
    price: null,
    price_unit: 'GBP',
    date_created: apiDate(text.createdAt),
    date_sent: apiDate(text.sentAt),
    date_updated: apiDate(text.updatedAt),
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}
