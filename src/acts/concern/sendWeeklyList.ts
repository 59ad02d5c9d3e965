import { nextWeeklySlot, onDuty } from '../../rota';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { leadsNow } from '../who/leadsNow';

/** When the week's work begins. */
const MONDAY_MORNING = [{ weekday: 1, at: '09:00' }];

/** Makes sure that next Monday's list stands in a row. Idempotent. */
export async function planWeeklyList(ctx: ActContext, tx: Stores): Promise<void> {
  const { organisation } = await tx.roster.snapshot();
  const now = ctx.clock.now();
  const dueAt = nextWeeklySlot(MONDAY_MORNING, organisation.timeZone, now) ?? now;
  await planErrand(ctx, tx, { kind: 'weekly-list', subject: 'organisation', line: null, dueAt });
}

/**
 * One text a week to the lead on duty: how many worries are open, and where they are listed. What is hidden from the
 * lead is counted for the first behind them from whom it is not. Where none is open, nothing is sent.
 */
export async function sendWeeklyList(ctx: ActContext, tx: Stores): Promise<void> {
  await planWeeklyList(ctx, tx);
  const roster = await tx.roster.snapshot();
  const now = ctx.clock.now();
  const behind = [onDuty(roster, 'second', now), onDuty(roster, 'manager', now)].filter((one) => one !== null);
  const chain = [...leadsNow(roster, now).map(({ id }) => id), ...behind];
  const readers = (await tx.concerns.openWorries()).flatMap(
    ({ hiddenFrom }) => chain.find((id) => !hiddenFrom.includes(id)) ?? [],
  );
  for (const reader of new Set(readers)) {
    const count = String(readers.filter((one) => one === reader).length);
    await sayToPractitioner(ctx, tx, reader, 'weekly-list', { link: ctx.weeklyLink(), count });
  }
}
