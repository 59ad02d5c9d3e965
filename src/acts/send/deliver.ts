import { later, MINUTE_MS, SECOND_MS, type Delivery, type DeliveryId, type SendResult } from '../../vocabulary';
import type { ActContext } from '../context';
import { acceptDelivery } from './acceptDelivery';
import { checkBeforeSending, readForCheck } from './checkBeforeSending';
import { resolveDoubt } from './resolveDoubt';
import { settleRefusal } from './settleRefusal';

/** How long the carrier has before a claim counts as in doubt. */
const CLAIM_MS = 15 * SECOND_MS;
/** How long a receipt is waited for before the carrier's own list is asked. */
const DOUBT_MS = MINUTE_MS;

/**
 * Sends one delivery: the claim commits before the carrier is called, what the carrier says commits after. Nothing
 * is sent twice to a young person: a claim that ran out is in doubt, and the carrier's list is asked first. Only
 * the immediate-danger text repeats, and a notice to staff, which says that it may be a repeat.
 */
export async function deliver(ctx: ActContext, id: DeliveryId): Promise<void> {
  const claimed = await claim(ctx, id);
  if (!claimed) return;
  if (claimed.doubt) return resolveDoubt(ctx, claimed.delivery, claimed.address);
  const result = await send(ctx, claimed.delivery, claimed.address);
  if (result) await settle(ctx, id, result);
}

interface Claimed {
  readonly delivery: Delivery;
  readonly address: string;
  readonly doubt: boolean;
}

async function claim(ctx: ActContext, id: DeliveryId): Promise<Claimed | null> {
  return ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    // Asked together: the lock is waited for first, so the rest is read as it stands under it.
    const [delivery, mustWait, seen] = await Promise.all([
      tx.deliveries.lock(id),
      tx.deliveries.mustWaitForEarlier(id, now),
      readForCheck(tx, id),
    ]);
    if (!delivery) return null;
    if (delivery.dueAt === null || delivery.dueAt > now) return null;
    if (delivery.state === 'in-doubt') {
      const checked = await checkBeforeSending(ctx, tx, delivery, seen);
      return checked.may === 'send' ? { delivery, address: checked.address, doubt: true } : null;
    }
    const ranOut = delivery.state === 'claimed';
    if (ranOut && !mayRepeat(delivery)) {
      await tx.deliveries.save({ ...delivery, state: 'in-doubt', dueAt: later(now, DOUBT_MS), claimedUntil: null });
      await tx.events.append({
        line: delivery.to.line ?? null,
        name: 'delivery-in-doubt',
        at: now,
        data: { delivery: id },
      });
      return null;
    }
    if (!ranOut && delivery.state !== 'waiting') return null;
    if (mustWait) {
      await tx.deliveries.save({ ...delivery, dueAt: later(now, SECOND_MS / 2) });
      return null;
    }
    const checked = await checkBeforeSending(ctx, tx, delivery, seen);
    if (checked.may !== 'send') return null;
    const until = later(now, CLAIM_MS);
    const claimed: Delivery = {
      ...checked.delivery,
      state: 'claimed',
      attempts: delivery.attempts + 1,
      claimedUntil: until,
      dueAt: until,
    };
    await tx.deliveries.save(claimed);
    return { delivery: claimed, address: checked.address, doubt: false };
  });
}

/** What may go out a second time when we do not know whether it went the first time. */
function mayRepeat(delivery: Delivery): boolean {
  return delivery.class === 'staff' || delivery.class === 'immediate';
}

/** Null when the carrier did not answer: then the claim runs out by itself. */
async function send(ctx: ActContext, delivery: Delivery, to: string): Promise<SendResult | null> {
  const what = { delivery: delivery.id, to, text: delivery.text };
  try {
    switch (delivery.channel) {
      case 'sms':
        return await ctx.carrier.sendSms(what);
      case 'voice':
        return await ctx.carrier.ring(what);
      case 'email':
        return await ctx.carrier.sendEmail({
          ...what,
          subject: ctx.wording.subjectOf(delivery.template, { org: ctx.serviceName }),
        });
      case 'web':
        return { sent: 'accepted', sid: `web-${delivery.id}` };
    }
  } catch (error) {
    ctx.log.warn({ error, delivery: delivery.id }, 'the carrier did not answer');
    return null;
  }
}

async function settle(ctx: ActContext, id: DeliveryId, result: SendResult): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const delivery = await tx.deliveries.lock(id);
    if (delivery?.state !== 'claimed') return;
    const now = ctx.clock.now();
    if (result.sent === 'busy') {
      await tx.deliveries.save({
        ...delivery,
        state: 'waiting',
        dueAt: later(now, result.retryAfterMs),
        claimedUntil: null,
      });
    } else if (result.sent === 'accepted') {
      await acceptDelivery(ctx, tx, delivery, result.sid);
    } else {
      await settleRefusal(ctx, tx, delivery, result.reason);
    }
  });
}
