import { join } from 'node:path';
import express, { Router, type Request } from 'express';
import { z } from 'zod';
import type { Exchange } from '../network/calls';
import { faults } from '../network/faults';
import type { Network } from '../network/network';
import { sendFromPhone } from '../network/texts';
import { E164, phoneList } from '../phones';
import { streamChanges } from './changes';
import { pageState } from './state';

const textFromPhone = z.strictObject({
  from: E164,
  body: z.string().max(10_000).default(''),
  contentTypes: z.array(z.string()).max(10).default([]),
});
const callFromPhone = z.strictObject({ from: E164 });
const pickup = z.strictObject({ how: z.enum(['answer', 'decline', 'answerphone']) });
const keys = z.strictObject({ keys: z.string().regex(/^[0-9*#]+$/) });

/** Only this page's own files; nothing is fetched from anywhere else. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'";

type CallRequest = Request<{ sid: string }>;

/** The phones page, and everything a person (or a test) does with the practice phones. */
export function phonesPage(network: Network, exchange: Exchange): Router {
  const router = Router();
  router.use(express.json());
  router.use(
    express.static(join(__dirname, 'assets'), {
      index: 'phones.html',
      setHeaders: (response) => response.setHeader('Content-Security-Policy', PAGE_POLICY),
    }),
  );

  router.get('/practice/state', (_request, response) => void response.json(pageState(network)));
  router.get('/practice/changes', (_request, response) => streamChanges(network, response));

  router.post('/practice/texts', async (request, response) => {
    const text = await sendFromPhone(network, textFromPhone.parse(request.body));
    response.status(201).json(text);
  });
  router.post('/practice/calls', (request, response) => {
    response.status(201).json(exchange.ringService(callFromPhone.parse(request.body).from));
  });
  router.post('/practice/calls/:sid/pick-up', (request: CallRequest, response) => {
    response.sendStatus(exchange.pickUp(request.params.sid, pickup.parse(request.body).how) ? 204 : 404);
  });
  router.post('/practice/calls/:sid/keys', (request: CallRequest, response) => {
    response.sendStatus(exchange.press(request.params.sid, keys.parse(request.body).keys) ? 204 : 404);
  });
  router.post('/practice/calls/:sid/hang-up', (request: CallRequest, response) => {
    response.sendStatus(exchange.hangUp(request.params.sid) ? 204 : 404);
  });

  router.post('/practice/faults', (request, response) => {
    network.faults = faults.parse(request.body);
    network.changed();
    response.json(network.faults);
  });
  router.put('/practice/phones', (request, response) => {
    network.phones = phoneList.parse(request.body);
    network.changed();
    response.sendStatus(204);
  });
  router.post('/practice/forget', (_request, response) => {
    exchange.hangUpAll();
    network.forget();
    response.sendStatus(204);
  });

  return router;
}
