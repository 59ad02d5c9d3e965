import type { RecordPort } from '../../acts';
import { doAllDue } from '../../jobs/doAllDue';
import { earliest, type Instant, type Receipt } from '../../vocabulary';
import type { Acts } from './bindActs';

/** Receipts that are on their way, for a carrier whose time is moved by hand. */
export interface ReceiptsToCome {
  /** When the next one comes; null when none is on its way. */
  nextAt(): Instant | null;
  /** Takes those that have come by `now`, in order. */
  receiptsBy(now: Instant): readonly Receipt[];
}

/** A service whose clock is moved by hand: rehearsal, simulation and the stories of the tests. */
export interface Stage {
  readonly acts: Acts;
  readonly record: RecordPort;
  readonly clock: { now(): Instant; moveTo(to: Instant): void };
  readonly receipts: ReceiptsToCome;
  /** Called after each moment's work, so that what happened can be shown in order. */
  readonly shown: () => Promise<void>;
}

/** Moves the clock from one due moment to the next until `until`, doing all that is due at each. */
export async function workUntil({ acts, record, clock, receipts, shown }: Stage, until: Instant): Promise<void> {
  for (let dueAt = await record.nextDueAt(); ;) {
    const next = earliest(dueAt, receipts.nextAt());
    if (next === null || next > until) break;
    if (next > clock.now()) clock.moveTo(next);
    for (const receipt of receipts.receiptsBy(clock.now())) await acts.recordReceipt(receipt);
    dueAt = await doAllDue(record, acts.passTime, clock.now());
    await shown();
  }
  clock.moveTo(until);
}
