import type { Delivery } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

/** The carrier has it: recorded as it was taken over, so that later receipts find their row. Gives it as it is now. */
export async function acceptDelivery(ctx: ActContext, tx: Stores, delivery: Delivery, sid: string): Promise<Delivery> {
  const now = ctx.clock.now();
  const web = delivery.channel === 'web';
  const accepted: Delivery = {
    ...delivery,
    state: web ? 'delivered' : 'accepted',
    sid,
    acceptedAt: now,
    claimedUntil: null,
    dueAt: null,
  };
  await tx.deliveries.save(accepted);
  const to = delivery.to;
  await tx.events.append({
    line: to.line ?? null,
    name: to.line === undefined ? 'notice-sent' : 'sent-to-young-person',
    at: now,
    data: { delivery: delivery.id, channel: delivery.channel, concern: delivery.concern, notice: delivery.notice },
  });
  return accepted;
}
