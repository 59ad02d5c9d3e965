import { later, MINUTE_MS, type Delivery } from '../../vocabulary';
import { hearOfFailedText } from '../concern/hearOfFailedText';
import type { ActContext } from '../context';
import { acceptDelivery } from './acceptDelivery';

/** How often the carrier's list must come back without it before it is sent. */
const ABSENT_TWICE = 2;

/**
 * A text to a young person whose claim ran out, so that nobody knows whether it went. The carrier's own list is asked:
 * when the text is in it, it counts as sent; when it is absent twice, it is sent; when the carrier cannot be reached,
 * whoever holds the concern is told and the list is asked again.
 */
export async function resolveDoubt(ctx: ActContext, delivery: Delivery, to: string): Promise<void> {
  let found: { readonly sid: string | null } | null;
  try {
    const since = delivery.createdAt;
    found = { sid: await ctx.carrier.findSms({ delivery: delivery.id, to, text: delivery.text, since }) };
  } catch (error) {
    ctx.log.warn({ error, delivery: delivery.id }, "the carrier's list could not be read");
    found = null;
  }
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const doubtful = await tx.deliveries.lock(delivery.id);
    if (doubtful?.state !== 'in-doubt' || doubtful.to.line === undefined) return;
    if (found === null) {
      await tx.deliveries.save({ ...doubtful, dueAt: later(now, MINUTE_MS) });
      return hearOfFailedText(ctx, tx, await tx.lines.read(doubtful.to.line));
    }
    if (found.sid !== null) {
      await acceptDelivery(ctx, tx, doubtful, found.sid);
      return;
    }
    const absent = doubtful.timesAbsent + 1;
    const again = absent >= ABSENT_TWICE;
    await tx.deliveries.save({
      ...doubtful,
      timesAbsent: absent,
      state: again ? 'waiting' : 'in-doubt',
      dueAt: again ? now : later(now, MINUTE_MS / 2),
    });
  });
}
