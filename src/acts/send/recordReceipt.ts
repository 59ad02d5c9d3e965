import { RECEIPT_RANK, type Delivery, type Receipt } from '../../vocabulary';
import type { ActContext } from '../context';
import { acceptDelivery } from './acceptDelivery';
import { settleRefusal } from './settleRefusal';

/**
 * Takes what the carrier says of a message we sent, in whatever order it comes: a receipt of a lower rank than one
 * already seen is old news, the same one twice changes nothing. A receipt also proves that the carrier had taken it,
 * even when its answer to us was lost.
 */
export async function recordReceipt(ctx: ActContext, receipt: Receipt): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const delivery = await tx.deliveries.lock(receipt.delivery);
    if (!delivery) return ctx.log.warn({ delivery: receipt.delivery }, 'a receipt for a delivery we do not have');
    if (!(await tx.deliveries.noteReceipt(receipt, RECEIPT_RANK[receipt.state]))) return;
    const known = unsettled(delivery) ? await acceptDelivery(ctx, tx, delivery, receipt.sid) : delivery;
    if (receipt.state === 'failed' || receipt.state === 'undelivered') {
      const why = receipt.errorCode === '21610' ? 'opted-out' : 'other';
      return settleRefusal(ctx, tx, known, why, receipt.state);
    }
    await tx.deliveries.save({ ...known, state: receipt.state, sid: receipt.sid });
    if (receipt.state !== 'delivered') return;
    await tx.events.append({
      line: known.to.line ?? null,
      name: 'delivery-delivered',
      at: ctx.clock.now(),
      data: { delivery: known.id },
    });
  });
}

/** Claimed or in doubt: we did not know yet that the carrier has it. */
function unsettled(delivery: Delivery): boolean {
  return delivery.state === 'claimed' || delivery.state === 'in-doubt' || delivery.state === 'waiting';
}
