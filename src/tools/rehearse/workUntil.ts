import { passTime, recordReceipt, type ActContext } from '../../acts';
import { doAllDue } from '../../jobs/doAllDue';
import { earliest, type Instant } from '../../vocabulary';
import type { RehearsalCarrier } from './carrier';

/** A service whose clock is moved by hand: rehearsal, simulation and the stories of the tests. */
export interface Stage {
  readonly ctx: ActContext;
  readonly carrier: Pick<RehearsalCarrier, 'nextAt' | 'receiptsBy'>;
  readonly moveClock: (to: Instant) => void;
  /** Called after each moment's work, so that what happened can be shown in order. */
  readonly shown: () => Promise<void>;
}

/** Moves the clock from one due moment to the next until `until`, doing all that is due at each. */
export async function workUntil(stage: Stage, until: Instant): Promise<void> {
  const { ctx, carrier } = stage;
  for (;;) {
    const next = earliest(await ctx.record.nextDueAt(), carrier.nextAt());
    if (next === null || next > until) break;
    if (next > ctx.clock.now()) stage.moveClock(next);
    for (const receipt of carrier.receiptsBy(ctx.clock.now())) await recordReceipt(ctx, receipt);
    await doAllDue(ctx.record.due, (work) => passTime(ctx, work), ctx.clock.now());
    await stage.shown();
  }
  stage.moveClock(until);
}
