import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openBenchHouse } from './benchHouse';
import { phoneOf } from './roster';

/** Memory a process has now, in MB; null where the system does not tell. */
export function residentOf(pid: number): number | null {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? null : Math.round(Number(kb) / 1024);
  } catch {
    return null;
  }
}

const PEOPLE = 40;

/** What a server and a worker on Postgres have, in that order, so long after their second start; everybody has written once. */
export async function measureResident(standForMs: number): Promise<readonly (number | null)[]> {
  await (await openBenchHouse('postgres', PEOPLE)).close();
  const bench = await openBenchHouse('postgres', PEOPLE);
  try {
    for (let at = 0; at < PEOPLE; at += 1) await bench.text(phoneOf(at), 'hi');
    await wait(standForMs);
    return bench.pids.map(residentOf);
  } finally {
    await bench.close();
  }
}
