import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectRoot } from '../../app/projectRoot';
import type { AuthoredHouse } from '../../app/service/authoredHouse';
import { workUntil } from '../../app/service/workUntil';
import { HOUR_MS, later, type Instant, type Roster } from '../../vocabulary';
import { createRehearsalCarrier } from '../rehearse/carrier';
import { openTheatre } from '../rehearse/openTheatre';
import { CannotGoOn } from '../tool';
import { timed } from './figure';

/** A Sunday night; in the first run nothing happens in it, in the second nobody answers a disclosure. */
const BEGINS: Instant = '2026-11-22T20:00:00.000Z';

export interface Rehearsed {
  readonly quietHoursASecond: number;
  readonly unansweredHoursASecond: number;
}

/** How many hours of a rehearsal pass in a second: nothing but ordinary life, and a night nobody answers. */
export async function measureRehearsal(house: AuthoredHouse, roster: Roster, hours: number): Promise<Rehearsed> {
  return {
    quietHoursASecond: await hoursASecond(house, roster, hours, null),
    unansweredHoursASecond: await hoursASecond(house, roster, hours, 'my stepdad hits me when mum is out'),
  };
}

async function hoursASecond(
  house: AuthoredHouse,
  roster: Roster,
  hours: number,
  disclosure: string | null,
): Promise<number> {
  const onError = (error: unknown) => {
    throw error;
  };
  const theatre = await openTheatre({
    house,
    roster,
    at: BEGINS,
    seed: 'night',
    carrier: createRehearsalCarrier,
    onError,
  });
  try {
    const { acts, record, clock, carrier } = theatre;
    const phone = roster.youngPeople.find((one) => one.phone !== null)?.phone ?? '';
    const stage = { acts, record, clock, receipts: carrier, shown: () => Promise.resolve() };
    const from = performance.now();
    for (const text of disclosure === null ? [] : ['hi', disclosure]) {
      await acts.receiveFromPhone({
        ...{ provider: 'twilio-sms', providerId: text, channel: 'sms', kind: 'text', to: null, optOut: null },
        sender: { by: 'phone', phone },
        text,
        receivedAt: clock.now(),
      });
    }
    await workUntil(stage, later(BEGINS, hours * HOUR_MS));
    return hours / ((performance.now() - from) / 1_000);
  } finally {
    await theatre.close();
  }
}

/** An hour in which nobody answers a disclosure, as somebody writes it down for the tool. */
const AN_HOUR = {
  id: 'an-hour',
  at: BEGINS,
  channel: 'sms',
  steps: [{ says: 'hi' }, { says: 'my stepdad hits me when mum is out' }, { wait: 'PT1H' }],
};

/**
 * How long whoever calls the tool waits for an hour, in milliseconds: from the start of its process to the end, in each of
 * some calls. The first is left out, for it makes what the others find. Throws CannotGoOn where the tool fails.
 */
export async function timeCalls(rosterFile: string, roster: Roster, calls: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-bench-'));
  try {
    const script = join(folder, 'an-hour.json');
    const youngPerson = roster.youngPeople.find((one) => one.phone !== null)?.id;
    writeFileSync(script, JSON.stringify({ ...AN_HOUR, youngPerson }));
    const argv = [join(projectRoot(), 'script/run.mjs'), 'rehearse', '--roster', rosterFile, script];
    await call(argv);
    const tookMs: number[] = [];
    for (let made = 0; made < calls; made += 1) tookMs.push(await timed(() => call(argv)));
    return tookMs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function call(argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new CannotGoOn('The rehearse tool fails: see what it says above.');
}
