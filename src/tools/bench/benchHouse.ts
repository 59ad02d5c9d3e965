import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpApp } from '../../app/createHttpApp';
import { openHouse, type House } from '../../app/openHouse';
import { loadConfig } from '../../config';
import { createLog } from '../../log';
import { CannotGoOn } from '../tool';
import { BENCH_KEYS } from './keys';
import { benchRoster, NAME } from './roster';
import { startStandIn, type StandIn } from './standIn';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const TOKEN = 'bench-token-of-nobody';
const PUBLIC = 'https://bench.example';
const NUMBER = '+441632960999';
/** A whole running service with an invented crowd, and the carrier's end of it in our hands. */
export interface BenchHouse {
  readonly house: House;
  readonly standIn: StandIn;
  /** Brings a text as the carrier does, signed; resolves with the status. */
  text(from: string, words: string): Promise<number>;
  readonly origin: string;
  close(): Promise<void>;
}

/** On the record of BENCH_DATABASE_URL (and Redis of BENCH_REDIS_URL) when asked to, else embedded in a new folder. */
export async function openBenchHouse(where: 'embedded' | 'postgres', people: number): Promise<BenchHouse> {
  const standIn = await startStandIn();
  const dataDir = mkdtempSync(join(tmpdir(), 'between-visits-bench-'));
  const house = await openHouse({
    config: loadConfig({
      MODE: 'practice',
      DATA_DIR: dataDir,
      KEYS: BENCH_KEYS,
      PUBLIC_BASE_URL: PUBLIC,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_NUMBER: NUMBER,
      TWILIO_API_URL: standIn.url,
      ...(where === 'postgres' ? servers() : {}),
    }),
    log: createLog({ level: 'error', part: 'bench', to: process.stderr }),
    works: true,
    burst: { smsQuietMs: 0, webQuietMs: 0, longestMs: 0 },
  });
  await house.ctx.record.transaction(async (tx) => {
    const { organisation } = await tx.roster.snapshot();
    if (organisation.name !== '' && organisation.name !== NAME) {
      throw new CannotGoOn('The database of BENCH_DATABASE_URL holds an organisation. Name an empty one.');
    }
    await tx.roster.replace(benchRoster(people));
  });
  const { server, port } = await serve(house);
  let sent = 0;
  return {
    house,
    standIn,
    origin: `http://127.0.0.1:${port}`,
    text(from, words) {
      sent += 1;
      const sid = `SM${process.pid.toString(16)}${Date.now().toString(16)}${sent.toString(16)}`.padEnd(34, '0');
      return post(port, { MessageSid: sid, AccountSid: ACCOUNT, From: from, To: NUMBER, Body: words, NumMedia: '0' });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await house.close();
      await standIn.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function servers() {
  return { DATABASE_URL: process.env['BENCH_DATABASE_URL'], REDIS_URL: process.env['BENCH_REDIS_URL'] };
}

async function serve(house: House): Promise<{ server: Server; port: number }> {
  const server = createServer(createHttpApp(house).app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

/** Signs as the carrier does: the address it calls, then every field in order of its name. */
async function post(port: number, fields: Readonly<Record<string, string>>): Promise<number> {
  const path = '/sms/incoming';
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], PUBLIC + path);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'X-Twilio-Signature': createHmac('sha1', TOKEN).update(signed).digest('base64') },
    body: new URLSearchParams(fields),
  });
  await response.arrayBuffer();
  return response.status;
}
