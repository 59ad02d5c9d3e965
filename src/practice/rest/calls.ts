import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { durationSeconds, type Asked, type Exchange, type StatusEvent } from '../network/calls';
import type { Call, Network } from '../network/network';
import { E164 } from '../phones';
import type { PracticeSettings } from '../settings';
import { apiDate, meetsDate } from './dates';
import { refuse, REFUSALS, type Refusal } from './errors';
import { pageOf } from './paging';

const event = z.enum(['initiated', 'ringing', 'answered', 'completed']);

const form = z.object({
  To: z.string().default(''),
  From: z.string().default(''),
  Url: z.string().default(''),
  StatusCallback: z.string().nullable().default(null),
  /** The client repeats the field; older ones put spaces between. */
  StatusCallbackEvent: z
    .union([z.string(), z.array(z.string())])
    .default('completed')
    .transform((given) => [given].flat().flatMap((words) => words.split(' ')))
    .pipe(z.array(event)),
  MachineDetection: z.enum(['Enable', 'DetectMessageEnd']).nullable().default(null),
  Timeout: z.coerce.number().int().min(5).max(600).default(60),
});

/** The calls of the 2010 API: ring, list, look at one. */
export function callRoutes(network: Network, exchange: Exchange, beforeRinging: RequestHandler): Router {
  const { settings } = network;
  const router = Router({ mergeParams: true });

  router.post('/Calls.json', beforeRinging, (request, response) => {
    const checked = check(request.body, settings);
    if ('code' in checked) return refuse(response, checked);
    response.status(201).json(present(settings, exchange.ring(checked)));
  });

  router.get('/Calls.json', beforeRinging, (request: Request, response) => {
    const wanted = network.calls.filter((call) => meets(request.query, call)).toReversed();
    const path = `/2010-04-01/Accounts/${settings.accountSid}/Calls.json`;
    response.json(pageOf('calls', wanted, path, request.query, (call) => present(settings, call)));
  });

  router.get('/Calls/:sid.json', beforeRinging, (request: Request, response) => {
    const call = network.calls.find(({ sid }) => sid === request.params.sid);
    if (call === undefined) return refuse(response, REFUSALS.notFound);
    response.json(present(settings, call));
  });

  return router;
}

function check(body: unknown, settings: PracticeSettings): Asked | Refusal {
  const read = form.safeParse(body);
  if (!read.success) return REFUSALS.badParameter;
  const { To, From, Url, StatusCallback, StatusCallbackEvent, MachineDetection, Timeout } = read.data;
  if (To === '') return REFUSALS.callToMissing;
  if (!E164.safeParse(To).success) return REFUSALS.badTo;
  if (From !== settings.serviceNumber) return REFUSALS.callFromNotOurs;
  if (!URL.canParse(Url)) return REFUSALS.callUrlMissing;
  if (StatusCallback !== null && !URL.canParse(StatusCallback)) return REFUSALS.badStatusCallback;
  return {
    to: To,
    url: Url,
    statusCallback: StatusCallback,
    statusEvents: StatusCallbackEvent satisfies readonly StatusEvent[],
    detectsMachines: MachineDetection !== null,
    ringForMs: Timeout * 1_000,
  };
}

function meets(query: Readonly<Record<string, unknown>>, call: Call): boolean {
  if (typeof query.To === 'string' && query.To !== call.to) return false;
  if (typeof query.From === 'string' && query.From !== call.from) return false;
  if (typeof query.Status === 'string' && query.Status !== call.status) return false;
  return meetsDate(query, 'StartTime', call.startedAt ?? call.createdAt);
}

function present({ accountSid }: PracticeSettings, call: Call): Record<string, unknown> {
  return {
    sid: call.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    answered_by: call.answeredBy,
    direction: call.direction,
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    status: call.status,
    duration: call.endedAt === null ? null : String(durationSeconds(call)),
    price: null,
    price_unit: 'GBP',
    date_created: apiDate(call.createdAt),
    date_updated: apiDate(call.endedAt ?? call.startedAt ?? call.createdAt),
    start_time: apiDate(call.startedAt),
    end_time: apiDate(call.endedAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}.json`,
    subresource_uris: {},
  };
}
