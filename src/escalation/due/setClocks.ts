import { earliest, later, msBetween, MINUTE_MS, type Instant } from '../../vocabulary';
import type { Draft } from '../standing/progress';
import type { Plan } from '../table/choosePlan';
import { resolveMoment } from '../table/resolveMoment';

/**
 * Sets the clocks of a plan that counts from `from`: the shortest of all matching rows, and never a longer one than
 * already runs. What the young person is told ("will read it by") is rounded up, so that they are never told it is
 * late before the time they were given.
 */
export function setClocks(draft: Draft, from: Instant): void {
  const { progress } = draft;
  const { common } = progress;
  const shortest = shortestFrom(draft, from);
  const running = (old: Instant | null) => (old !== null && old > draft.now ? old : null);
  const alarms = progress.alarms;
  const takenOn = earliest(running(alarms.takenOn), shortest('takenOn'));
  const read = earliest(running(alarms.read), shortest('read'));
  const decided = earliest(running(alarms.decided), shortest('decided'));
  const contacted = earliest(running(alarms.contacted), shortest('contacted'));
  const firstAct = earliest(takenOn, read);
  const promise = firstAct === null ? null : roundedUp(firstAct, common.promisesRoundedToMinutes * MINUTE_MS);
  progress.alarms = { takenOn, read, promise, decided, contacted };
  progress.againMs = {
    decided: gap(firstAct, decided),
    contacted: earliestMs(gap(firstAct, decided), gap(firstAct, contacted)),
  };
  draft.clocks = { takenOnBy: takenOn, readBy: promise, decidedBy: decided, contactedBy: contacted };
}

/**
 * The hour they were given has gone by, and they have written again: whoever answers gives them a new one, by the same
 * clocks from these words on. No other clock begins again, and one that still runs stays.
 */
export function promiseAnew(draft: Draft, from: Instant): void {
  const { clocks, now, progress } = draft;
  if (clocks.readBy === null || clocks.readBy > now) return;
  const shortest = shortestFrom(draft, from);
  const firstAct = earliest(shortest('takenOn'), shortest('read'));
  if (firstAct === null) return;
  const promise = roundedUp(firstAct, progress.common.promisesRoundedToMinutes * MINUTE_MS);
  progress.alarms = { ...progress.alarms, promise };
  draft.clocks = { ...clocks, readBy: promise };
}

function shortestFrom({ facts, staffing, progress }: Draft, from: Instant) {
  const { plan, common } = progress;
  const about = { from, whose: staffing.mentor, facts, staffing, common };
  return (clock: keyof Plan['clocks']): Instant | null =>
    earliest(...plan.clocks[clock].map((moment) => resolveMoment(moment, about)));
}

function gap(from: Instant | null, to: Instant | null): number | null {
  return from === null || to === null ? null : Math.max(MINUTE_MS, msBetween(from, to));
}

function earliestMs(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function roundedUp(moment: Instant, toMs: number): Instant {
  return later('1970-01-01T00:00:00.000Z', Math.ceil(Date.parse(moment) / toMs) * toMs);
}
