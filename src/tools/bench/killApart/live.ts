import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openServerRecord } from '../../../app/alone/openUpToDate';
import { earliest, later, MINUTE_MS, SECOND_MS, type Instant } from '../../../vocabulary';
import { CannotGoOn } from '../../tool';
import { whatStands, type Ended } from '../kill/ended';
import { BENCH_KEYS } from '../keys';
import { idOf, phoneOf } from '../roster';
import { postSigned } from '../service/postSigned';
import { ACCOUNT, NUMBER } from '../service/settings';
import { aheadClock, aheadToShow, type AheadClock } from './aheadClock';
import { startOutsideCarrier, type OutsideCarrier } from './carrier';
import { supervise, type Part, type Supervised } from './supervise';

/** Where a life is lived. */
export interface Place {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly folder: string;
}

/** What stood at its end, with the texts of immediate danger apart: those alone may go twice. */
export interface LivedApart extends Ended {
  readonly points: Readonly<Record<Part, readonly string[]>>;
  readonly immediate: Ended['taken'];
  /** The point somebody was killed at; null when nobody was. */
  readonly killedAt: string | null;
}

export type DoomedAt = { readonly part: Part; readonly at: number };

/** Each of them says one thing, and one practitioner takes it on. */
export const DISCLOSURES = [
  { says: 'my stepdad hits me when mum is out', takenOnBy: 'mentor-0' },
  { says: 'ive taken loads of paracetamol and i dont feel well', takenOnBy: 'amira' },
] as const;

/** What is due within this is done together, as it is where clocks are not put forward. */
const TOGETHER_MS = SECOND_MS;
/** After a restart everything in doubt is settled within this. */
const SETTLES_IN_MS = 6 * MINUTE_MS;
const LOOK_EVERY_MS = 40;
/** With nothing to do for so many looks, whatever was begun has come to its end. */
const QUIET_LOOKS = 3;
const QUIET_WITHIN_MS = 90_000;

/** Starts a server and a worker, waits until what they do by themselves is done, and ends them: a record to begin from. */
export async function prepare(place: Place, begins: Instant): Promise<void> {
  await inLife(place, begins, null, async ({ quiet }) => quiet());
}

/** From webhook to human act, with a process killed at one of its points (null: with nobody killed) and started again. */
export function liveApart(place: Place, begins: Instant, doomed: DoomedAt | null): Promise<LivedApart> {
  return inLife(place, begins, doomed, async ({ parts, carrier, record, quiet, workUntil, bring }) => {
    await quiet();
    carrier.forget();
    await Promise.all(Object.values(parts).map((part) => part.begin()));
    await Promise.all(DISCLOSURES.map(({ says }, at) => bring(phoneOf(at), says)));
    await workUntil(later(begins, MINUTE_MS));
    await workUntil(later(begins, 3 * MINUTE_MS));
    const replies = await record.transaction(async (tx) => {
      const { practitioners } = await tx.roster.snapshot();
      return Promise.all(
        DISCLOSURES.map(async ({ takenOnBy }, at) => {
          const line = await tx.lines.findOf(idOf(at));
          const [concern] = line ? await tx.concerns.allOf(line.id) : [];
          const code = concern ? await tx.notices.codeOf(takenOnBy, concern.id) : null;
          return { phone: practitioners.find(({ id }) => id === takenOnBy)?.phone ?? '', code };
        }),
      );
    });
    for (const { phone, code } of replies) await bring(phone, `${code ?? ''} 1`);
    await workUntil(later(begins, 3 * MINUTE_MS + SETTLES_IN_MS));
    const taken = carrier.taken();
    const immediate = await record.transaction(async (tx) => {
      const classes = await Promise.all(taken.map(async ({ delivery }) => (await tx.deliveries.get(delivery))?.class));
      return taken.filter((_one, at) => classes[at] === 'immediate');
    });
    return {
      points: { doors: parts.doors.points(), work: parts.work.points() },
      stood: await whatStands(record, DISCLOSURES.length),
      taken,
      immediate,
      killedAt: parts.doors.killedAt() ?? parts.work.killedAt(),
    };
  });
}

interface Life {
  readonly parts: Readonly<Record<Part, Supervised>>;
  readonly carrier: OutsideCarrier;
  readonly record: Awaited<ReturnType<typeof openServerRecord>>['record'];
  /** Resolves when everything due now is done, in both processes. */
  quiet(): Promise<void>;
  /** Puts the clock forward from one due moment to the next. */
  workUntil(until: Instant): Promise<void>;
  /** Brings a text until it is answered for, as the carrier does. */
  bring(from: string, words: string): Promise<void>;
}

async function inLife<T>(
  { databaseUrl, redisUrl, folder }: Place,
  begins: Instant,
  doomed: DoomedAt | null,
  work: (life: Life) => Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const clock: AheadClock = aheadClock(aheadToShow(begins));
  const carrier = await startOutsideCarrier(clock);
  const surroundings = {
    BENCH_CARRIER: carrier.url,
    BENCH_DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  };
  const open = await openServerRecord(databaseUrl, BENCH_KEYS, clock);
  const killAt = (part: Part) => (doomed?.part === part ? doomed.at : null);
  // A receipt would settle at once what a killed process left in doubt: those on their way are lost with it.
  const supervised = (part: Part) => supervise(part, surroundings, clock, killAt(part), carrier.loseReceipts);
  const parts = { doors: supervised('doors'), work: supervised('work') };
  const agent = new Agent();
  const all = Object.values(parts);
  try {
    await Promise.all(all.map((part) => part.whenReady()));
    return await work({ parts, carrier, record: open.record, quiet, workUntil, bring });
  } finally {
    agent.destroy();
    await Promise.all(all.map((part) => part.close()));
    await open.close();
    await carrier.close();
  }

  async function quiet(): Promise<void> {
    const givenUpAt = performance.now() + QUIET_WITHIN_MS;
    for (let looks = 0, before = ''; looks < QUIET_LOOKS; await wait(LOOK_EVERY_MS)) {
      const passed = all.map((part) => part.points().length).join();
      const busy = Object.entries(parts).flatMap(([name, part]) => (part.isIdle() ? [] : [`${name} at work`]));
      const due = (await open.record.due(clock.now(), 1)).map(({ kind }) => `a ${kind} due`);
      const spooled = hasSpooled(folder) ? ['something on the disk'] : [];
      const unrest = [...busy, ...due, ...spooled];
      if (performance.now() > givenUpAt) {
        throw new CannotGoOn(
          `It never came to rest, for a minute and a half: ${unrest.join(', ') || 'always something'}.`,
        );
      }
      const isQuiet = unrest.length === 0;
      looks = isQuiet && passed === before ? looks + 1 : 0;
      before = passed;
    }
  }

  async function workUntil(until: Instant): Promise<void> {
    for (;;) {
      await quiet();
      const next = earliest(await open.record.nextDueAt(), carrier.nextAt());
      if (next === null || next > until) break;
      putForward(later(next, TOGETHER_MS));
      for (const { path, fields } of carrier.receiptsBy(clock.now())) await post(path, fields).catch(() => null);
    }
    putForward(until);
  }

  function putForward(to: Instant): void {
    if (to <= clock.now()) return;
    clock.putAhead(aheadToShow(to));
    for (const part of all) part.tell({ aheadMs: clock.aheadMs() });
  }

  async function bring(from: string, words: string): Promise<void> {
    const sid = `SM${Date.now().toString(16)}${from.slice(-9)}`.padEnd(34, '0');
    const fields = { MessageSid: sid, AccountSid: ACCOUNT, From: from, To: NUMBER, Body: words, NumMedia: '0' };
    const givenUpAt = performance.now() + QUIET_WITHIN_MS;
    while ((await post('/sms/incoming', fields).catch(() => null)) !== 200) {
      if (performance.now() > givenUpAt) throw new CannotGoOn('A text was not answered for in a minute and a half.');
      await wait(LOOK_EVERY_MS);
    }
  }

  async function post(path: string, fields: Readonly<Record<string, string>>): Promise<number | null> {
    const port = parts.doors.port();
    return port === null ? null : postSigned(agent, port, path, fields);
  }
}

/** Whether anything waits on the disk for its record, of either process. */
function hasSpooled(folder: string): boolean {
  return ['doors', 'work'].some((part) => {
    const spool = join(folder, part, 'spool');
    return existsSync(spool) && readdirSync(spool).some((file) => file.endsWith('.message'));
  });
}
