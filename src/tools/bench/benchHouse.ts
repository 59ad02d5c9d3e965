import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House } from '../../app/house/openHouse';
import { CannotGoOn } from '../tool';
import { benchRoster, NAME } from './roster';
import { serveHouse } from './service/serveHouse';
import { ACCOUNT, houseOptions, NUMBER, PUBLIC, TOKEN, type Surroundings } from './service/settings';
import { startProcesses } from './service/startProcesses';
import { startStandIn, type StandIn } from './standIn';

/** A whole running service with an invented crowd, and the carrier's end of it in our hands. */
export interface BenchHouse {
  /** To look into the record with. */
  readonly house: House;
  readonly standIn: StandIn;
  /** Brings a text as the carrier does, signed; resolves with the status. */
  text(from: string, words: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * On Postgres (BENCH_DATABASE_URL, BENCH_REDIS_URL) a server and a worker in processes of their own; embedded, in a new
 * folder, everything in this one, as such a record has it.
 */
export async function openBenchHouse(where: 'embedded' | 'postgres', people: number): Promise<BenchHouse> {
  const standIn = await startStandIn();
  const dataDir = mkdtempSync(join(tmpdir(), 'between-visits-bench-'));
  const surroundings = {
    BENCH_CARRIER: standIn.url,
    BENCH_DATA_DIR: dataDir,
    ...(where === 'postgres' ? servers() : {}),
  };
  const house = await openHouse(houseOptions(surroundings, where === 'embedded'));
  await house.ctx.record.transaction(async (tx) => {
    const { organisation } = await tx.roster.snapshot();
    if (organisation.name !== '' && organisation.name !== NAME) {
      throw new CannotGoOn('The database of BENCH_DATABASE_URL holds an organisation. Name an empty one.');
    }
    await tx.roster.replace(benchRoster(people));
  });
  const doors = where === 'embedded' ? await serveHouse(house) : await startProcesses(surroundings);
  let sent = 0;
  return {
    house,
    standIn,
    text(from, words) {
      sent += 1;
      const sid = `SM${process.pid.toString(16)}${Date.now().toString(16)}${sent.toString(16)}`.padEnd(34, '0');
      const fields = { MessageSid: sid, AccountSid: ACCOUNT, From: from, To: NUMBER, Body: words, NumMedia: '0' };
      return post(doors.port, fields);
    },
    async close() {
      await doors.close();
      await house.close();
      await standIn.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function servers(): Pick<Surroundings, 'DATABASE_URL' | 'REDIS_URL'> {
  const { BENCH_DATABASE_URL, BENCH_REDIS_URL } = process.env;
  return {
    ...(BENCH_DATABASE_URL === undefined ? {} : { DATABASE_URL: BENCH_DATABASE_URL }),
    ...(BENCH_REDIS_URL === undefined ? {} : { REDIS_URL: BENCH_REDIS_URL }),
  };
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
