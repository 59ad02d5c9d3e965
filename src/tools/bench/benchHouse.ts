import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepHouse } from '../../app/house/keepHouse';
import { openHouse, type House } from '../../app/house/openHouse';
import { CannotGoOn } from '../tool';
import { benchRoster, NAME } from './roster';
import { postSigned } from './service/postSigned';
import { serveHouse } from './service/serveHouse';
import { ACCOUNT, houseOptions, NUMBER, type Surroundings } from './service/settings';
import { startProcesses } from './service/startProcesses';
import { startStandIn, type StandIn } from './standIn';

/** A whole running service with an invented crowd, and the carrier's end of it in our hands. */
export interface BenchHouse {
  /** To look into the record with. */
  readonly house: House;
  readonly standIn: StandIn;
  /** The server's and the worker's; none where everything is in this process. */
  readonly pids: readonly number[];
  /** Brings a text as the carrier does, signed; resolves with the status. Rejects when there was no answer. */
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
  const { BENCH_DATABASE_URL, BENCH_REDIS_URL } = where === 'postgres' ? process.env : {};
  const alone: Surroundings = {
    BENCH_CARRIER: standIn.url,
    BENCH_DATA_DIR: dataDir,
    ...(BENCH_DATABASE_URL === undefined ? {} : { DATABASE_URL: BENCH_DATABASE_URL }),
  };
  const surroundings = { ...alone, ...(BENCH_REDIS_URL === undefined ? {} : { REDIS_URL: BENCH_REDIS_URL }) };
  // This process only looks into the record: no news of what is measured comes here.
  const house = await openHouse(houseOptions(alone, where === 'embedded'));
  await house.ctx.record.transaction(async (tx) => {
    const { organisation } = await tx.roster.snapshot();
    if (organisation.name !== '' && organisation.name !== NAME) {
      throw new CannotGoOn('The database of BENCH_DATABASE_URL holds an organisation. Name an empty one.');
    }
    await tx.roster.replace(benchRoster(people));
  });
  const doors = where === 'embedded' ? { ...(await serveHouse(house)), pids: [] } : await startProcesses(surroundings);
  // The processes look after themselves. Without it nothing would be taken off the spool again.
  const keeping = where === 'embedded' ? keepHouse(house) : null;
  // Not fetch: it costs four times as much, of the machine that is measured.
  const agent = new Agent({ keepAlive: true });
  let sent = 0;
  return {
    house,
    standIn,
    pids: doors.pids,
    text(from, words) {
      sent += 1;
      const sid = `SM${process.pid.toString(16)}${Date.now().toString(16)}${sent.toString(16)}`.padEnd(34, '0');
      const fields = { MessageSid: sid, AccountSid: ACCOUNT, From: from, To: NUMBER, Body: words, NumMedia: '0' };
      return postSigned(agent, doors.port, '/sms/incoming', fields);
    },
    async close() {
      agent.destroy();
      await doors.close();
      await keeping?.close();
      await house.close();
      await standIn.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
