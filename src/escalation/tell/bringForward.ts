import { later } from '../../vocabulary';
import type { Draft, PendingStep } from '../standing/progress';
import { DECIDING_SEATS, PRACTITIONER_SEATS } from '../standing/seats';
import type { Seat } from '../table/pathway';

/**
 * A seat that cannot be told costs no time: the seats after it on its side, and the round that asks everybody again,
 * come sooner by exactly the time this seat would have had. Once a seat and run.
 */
export function bringForward(draft: Draft, run: number, seat: Seat): void {
  const key = `${run}/${seat}/costs-nothing`;
  if (draft.progress.noted.includes(key)) return;
  draft.progress.noted.push(key);
  const side = DECIDING_SEATS.includes(seat) ? DECIDING_SEATS : PRACTITIONER_SEATS;
  const after = side.slice(side.indexOf(seat) + 1);
  const ofRun = draft.progress.pending.filter((step) => step.run === run);
  const onlyTheRound = ofRun.every((step) => step.again);
  const isAfter = (step: PendingStep) =>
    step.run === run &&
    (step.again ? side === DECIDING_SEATS || onlyTheRound : step.shifts && after.some((next) => step.tell[0] === next));
  const dueNext = draft.progress.pending.filter(isAfter).map((step) => Date.parse(step.dueAt));
  const sooner = Math.min(...dueNext) - Date.parse(draft.now);
  if (dueNext.length === 0 || sooner <= 0) return;
  draft.progress.pending = draft.progress.pending.map((step) =>
    isAfter(step) ? { ...step, dueAt: later(step.dueAt, -sooner) } : step,
  );
}
