import { projectRoot } from '../../app/projectRoot';
import { readAuthoredHouse } from '../../app/service/authoredHouse';
import { readRoster } from '../../authored/roster/readRoster';
import { systemClock } from '../../clock';
import type { Roster } from '../../vocabulary';
import { practiceRosterFile } from '../practiceRoster';
import { CannotGoOn } from '../tool';
import { measureAssess } from './assess';
import { openBenchHouse } from './benchHouse';
import { measureCheckIns } from './checkIn';
import { median, ms, percentile, type Figure } from './figure';
import { flushRedis } from './flushRedis';
import { pgbenchTps, plainCommits, preparePgbench } from './floor';
import { killApartFigure, killFigure } from './killFigures';
import { measureLateness, type Lateness } from './lateness';
import { countLate, measureNotices } from './notices';
import { measureStart } from './practice';
import { measureRehearsal, timeCalls } from './rehearsal';
import { measureResident } from './resident';
import { measureTurns } from './turns';

export interface Plan {
  readonly quick: boolean;
  /** A Postgres to measure on, beside the embedded record; null for none. */
  readonly databaseUrl: string | null;
}

export const PARTS = [
  'assess',
  'check-in',
  'rehearse',
  'start',
  'turns',
  'notices',
  'lateness',
  'kill',
  'kill-apart',
] as const;
export type Part = (typeof PARTS)[number];

/** Measures one part of the table. */
export function measure(part: Part, plan: Plan): Promise<readonly Figure[]> {
  return MEASURES[part](plan);
}

const MEASURES: Readonly<Record<Part, (plan: Plan) => Promise<readonly Figure[]>>> = {
  assess: ({ quick }) => measureAssess(readAuthoredHouse(projectRoot()).assess, quick),
  'check-in': checkIns,
  rehearse,
  start,
  turns,
  notices,
  lateness,
  kill: async ({ quick }) => [await killFigure(quick)],
  'kill-apart': async ({ quick, databaseUrl }) => [await killApartFigure(quick, databaseUrl)],
};

function practiceRoster(): Roster {
  const read = readRoster(practiceRosterFile(), systemClock.now());
  if (!read.ok) throw new CannotGoOn('The practice roster has faults: npm run -s check');
  return read.roster;
}

async function rehearse({ quick }: Plan): Promise<readonly Figure[]> {
  const hours = quick ? 2 : 12;
  const roster = practiceRoster();
  const rates = await measureRehearsal(readAuthoredHouse(projectRoot()), roster, hours);
  const calledMs = median(await timeCalls(practiceRosterFile(), roster, quick ? 1 : 5));
  const figure = (what: string, rate: number): Figure => ({
    what,
    measured: `${rate.toFixed(1)} hours/s`,
    beside: `${hours} h of a Sunday night, embedded in memory`,
    bar: 'hours in under a second',
    holds: rate >= 2,
  });
  return [
    figure('rehearsing a night in which nothing happens', rates.quietHoursASecond),
    figure('rehearsing a night nobody answers', rates.unansweredHoursASecond),
    {
      what: 'calling rehearse for one hour, until it has ended',
      measured: ms(calledMs),
      beside: 'nobody answers a disclosure; not the first call after a build',
      bar: '≤ 1 s',
      holds: calledMs <= 1_000,
    },
  ];
}

async function checkIns(): Promise<readonly Figure[]> {
  const parts = await measureCheckIns(readAuthoredHouse(projectRoot()), practiceRoster());
  const [longest, middle] = [Math.max(...parts), median(parts)];
  return [
    {
      what: 'SMS parts of an ordinary check-in, both ways',
      measured: `longest ${longest}, median ${middle}`,
      beside: `${parts.length} check-ins: ordinary, Welsh, discreet; few words to many`,
      bar: '≤ 18, ≤ 14',
      holds: longest <= 18 && middle <= 14,
    },
  ];
}

async function start({ quick, databaseUrl }: Plan): Promise<readonly Figure[]> {
  const standForMs = quick ? 2_000 : 60_000;
  const after = quick ? 'after 2 s (a quick run)' : 'after a minute';
  const { secondStartMs, residentMb, chatBytes } = await measureStart(standForMs);
  const figures: readonly Figure[] = [
    {
      what: 'second start of practice until it serves',
      measured: ms(secondStartMs),
      beside: 'embedded record, carrier included',
      bar: '≤ 2 s',
      holds: secondStartMs <= 2_000,
    },
    {
      what: 'resident memory after it, embedded',
      measured: residentMb === null ? 'not told by this system' : `${residentMb} MB`,
      beside: after,
      bar: '≤ 550 MB',
      holds: residentMb === null ? null : residentMb <= 550,
    },
    {
      what: 'web chat before the first message',
      measured: `${(chatBytes / 1024).toFixed(1)} KB`,
      beside: 'page, style and scripts, compressed',
      bar: '≤ 15 KB',
      holds: chatBytes <= 15 * 1024,
    },
  ];
  if (databaseUrl === null) return figures;
  const [server, worker] = await measureResident(standForMs);
  const isTold = server != null && worker != null;
  const onPostgres: Figure = {
    what: 'resident memory of a process on Postgres',
    measured: isTold ? `server ${server} MB, worker ${worker} MB` : 'not told by this system',
    beside: `${after}, started twice`,
    bar: '≤ 280 MB each',
    holds: isTold ? Math.max(server, worker) <= 280 : null,
  };
  return [...figures, onPostgres];
}

async function turns(plan: Plan): Promise<readonly Figure[]> {
  const figures = [await turnsOn('embedded', plan)];
  if (plan.databaseUrl !== null) figures.push(await turnsOn('postgres', plan));
  return figures;
}

/** Floor and turns by turns, so that whatever else the machine does falls on both. */
async function turnsOn(where: 'embedded' | 'postgres', { quick, databaseUrl }: Plan): Promise<Figure> {
  const people = 40;
  const bench = await openBenchHouse(where, people);
  try {
    const seconds = quick ? 3 : 15;
    const url = where === 'postgres' ? (databaseUrl ?? '') : null;
    if (url !== null) await preparePgbench(url);
    const ratios: { readonly floor: number; readonly turns: number }[] = [];
    for (let run = 0; run < (quick ? 1 : 3); run += 1) {
      const floor = url === null ? await plainCommits(bench.house, 2_000) : await pgbenchTps(url, seconds);
      ratios.push({ floor, turns: await measureTurns(bench, people, seconds * 1_000) });
    }
    const share = median(ratios.map(({ floor, turns }) => turns / floor));
    const floor = `${Math.round(median(ratios.map((one) => one.floor)))}/s`;
    return {
      what: `whole turns, ${where}`,
      measured: `${median(ratios.map((one) => one.turns)).toFixed(1)}/s = 1/${Math.round(1 / share)}`,
      beside: url === null ? `plain commits ${floor}` : `pgbench -N -c 8: ${floor}`,
      bar: url === null ? '' : '≥ 1/40',
      holds: url === null ? null : share >= 1 / 40,
    };
  } finally {
    await bench.close();
  }
}

async function notices(plan: Plan): Promise<readonly Figure[]> {
  const figures = [await noticesOn('embedded', { people: 100, perSecond: 5, seconds: plan.quick ? 6 : 30 })];
  if (plan.databaseUrl === null) return figures;
  const asked = { people: 500, perSecond: 50, seconds: plan.quick ? 10 : 60 };
  return [...figures, await noticesOn('postgres', asked)];
}

async function noticesOn(
  where: 'embedded' | 'postgres',
  asked: { people: number; perSecond: number; seconds: number },
): Promise<Figure> {
  const bench = await openBenchHouse(where, asked.people);
  try {
    const times = await measureNotices(bench, asked);
    const { waitedMs, disclosures, refused } = times;
    const { late, lost } = countLate(times);
    const p99 = percentile(waitedMs, 0.99);
    return {
      what: `webhook → first notice accepted, ${where}`,
      measured: `p50 ${ms(median(waitedMs))}, p99 ${ms(p99)}, late ${late}, refused ${refused}, lost ${lost}`,
      beside: `${asked.perSecond} messages/s for ${asked.seconds} s, ${disclosures} disclosures`,
      bar: where === 'postgres' ? 'p99 ≤ 500 ms, none lost' : 'none lost',
      holds: lost + refused === 0 && (where === 'embedded' || p99 <= 500),
    };
  } finally {
    await bench.close();
  }
}

async function lateness({ quick, databaseUrl }: Plan): Promise<readonly Figure[]> {
  const bench = await openBenchHouse(databaseUrl === null ? 'embedded' : 'postgres', 10);
  try {
    const asked = quick
      ? { waiting: 2_000, due: 500, overMs: 5_000 }
      : { waiting: 100_000, due: 100_000, overMs: 600_000 };
    const redisUrl = databaseUrl === null ? undefined : process.env['BENCH_REDIS_URL'];
    const flush = redisUrl === undefined ? null : () => flushRedis(redisUrl);
    const { before, afterwards } = await measureLateness(bench, asked, flush);
    const figure = (what: string, { p99Ms, longestMs, due, undone }: Lateness): Figure => ({
      what,
      measured: `p99 ${ms(p99Ms)}, longest ${ms(longestMs)}, undone ${undone}`,
      beside: `${due} of ${asked.waiting} waiting, ${asked.due} due over ${asked.overMs / 1_000} s`,
      bar: 'p99 ≤ 1 s',
      holds: p99Ms <= 1_000 && undone === 0,
    });
    if (afterwards === null) return [figure('lateness of a step', before)];
    return [
      figure('lateness of a step, Redis up', before),
      figure('lateness of a step, once Redis was flushed', afterwards),
    ];
  } finally {
    await bench.close();
  }
}
