import { DAY_MS, later } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';

/** The young person has not been told what was shared: whoever holds the concern is asked again, every day. */
export async function askToldOrWhyNot(ctx: ActContext, tx: Stores, concernId: string): Promise<void> {
  const held = await tx.concerns.lock(concernId);
  if (!held || held.concern.closed) return;
  await planErrand(ctx, tx, {
    kind: 'told-or-why-not',
    subject: concernId,
    line: held.line.id,
    dueAt: later(ctx.clock.now(), DAY_MS),
  });
  const holder = held.concern.case.holder;
  if (!holder) return;
  const { reference } = held.concern;
  const values = { code: reference, link: ctx.concernLink(reference) };
  await sayToPractitioner(ctx, tx, holder, 'told-or-why-not', values);
}
