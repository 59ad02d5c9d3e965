import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Router } from 'express';
import { startPractice, type Practice } from '../../src/practice/server';
import type { PracticeOptions } from '../../src/practice/settings';

export const ACCOUNT = { accountSid: `AC${'0a'.repeat(16)}`, authToken: 'practice-token-of-nobody' };
export const SERVICE_NUMBER = '+447700900000';
export const AMIRA = '+447700900123';
export const SAM = '+447700900456';

/** The address the carrier knows the service by: a name in front of a proxy, never the socket's own. */
export const PUBLIC_BASE_URL = 'https://texts.example.org';

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves routers on a free port of this machine, as the service behind its proxy. */
export async function serve(...routers: readonly Router[]): Promise<Served> {
  const app = express();
  for (const router of routers) app.use(router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A practice carrier in a hurry, bringing texts and calls to the served routers. */
export function practiceFor(served: Served, options: Partial<PracticeOptions> = {}): Promise<Practice> {
  return startPractice({
    ...ACCOUNT,
    serviceNumber: SERVICE_NUMBER,
    textsUrl: `${PUBLIC_BASE_URL}/sms/incoming`,
    callsUrl: `${PUBLIC_BASE_URL}/voice/incoming`,
    dialOrigin: served.origin,
    pace: { sentMs: 0, deliveredMs: 0, speechMsPerCharacter: 0, retryMs: 0 },
    ...options,
  });
}

/** Asks the control API of the phones page. */
export async function control<Answer>(practice: Practice, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(new URL(path, practice.urls.page), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (response.headers.get('content-type')?.includes('json') ? response.json() : undefined) as Promise<Answer>;
}

/** Waits until `look` finds something; fails, naming what was missed, after a minute. */
export async function eventually<Found>(
  missed: string,
  look: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Never came: ${missed}`);
    await pause(5);
  }
}
