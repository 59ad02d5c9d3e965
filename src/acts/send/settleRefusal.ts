import { reportNotice } from '../../escalation';
import type { Delivery, NoticeChannel } from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import { hearOfFailedText } from '../concern/hearOfFailedText';
import type { ActContext } from '../context';
import { reachBy } from '../say/reachBy';
import { reportUnreachable } from '../say/reportUnreachable';
import { addStaffText } from '../say/writeToPractitioner';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';

export type Refusal = 'opted-out' | 'bad-number' | 'other';

/**
 * The carrier will not (or could not) deliver this. A notice goes to the practitioner's next channel at once; a
 * young person's text is never silently lost: whoever holds their concern is told that it did not arrive. `state` is
 * what the carrier said: a call that nobody answered is `undelivered`, and has not failed.
 */
export async function settleRefusal(
  ctx: ActContext,
  tx: Stores,
  delivery: Delivery,
  why: Refusal,
  state: 'failed' | 'undelivered' = 'failed',
): Promise<void> {
  const now = ctx.clock.now();
  const failed: Delivery = { ...delivery, state, dueAt: null, claimedUntil: null };
  await tx.deliveries.save(failed);
  const data = { delivery: delivery.id, why, channel: delivery.channel, concern: delivery.concern };
  const { line: lineId, practitioner } = delivery.to;
  const name = practitioner === undefined ? 'delivery-failed' : 'notice-failed';
  await tx.events.append({ line: lineId ?? null, name, at: now, data });
  if (practitioner !== undefined) return reportFailedNotice(ctx, tx, failed, why);
  const line = await tx.lines.lock(delivery.to.line);
  if (why === 'opted-out') await tx.lines.save({ ...line, stoppedAt: line.stoppedAt ?? now });
  await hearOfFailedText(ctx, tx, line);
}

async function reportFailedNotice(ctx: ActContext, tx: Stores, delivery: Delivery, why: Refusal): Promise<void> {
  const now = ctx.clock.now();
  const practitioner = delivery.to.practitioner;
  if (practitioner === undefined) return;
  if (why === 'opted-out') await tx.roster.optOut(practitioner, now);
  if (delivery.notice === null) return sendAnotherWay(ctx, tx, delivery, practitioner);
  const notice = await tx.notices.get(delivery.notice);
  const held = notice ? await tx.concerns.lock(notice.concern) : null;
  if (!notice || !held) return;
  const roster = await tx.roster.snapshot();
  const staffing = staffingNow(ctx, roster, held.concern.youngPerson);
  const report = {
    step: notice.step,
    attempt: notice.attempt,
    practitioner,
    by: delivery.channel as NoticeChannel,
    outcome: why === 'opted-out' ? ('opted-out' as const) : ('failed' as const),
  };
  await applyOutcome(ctx, tx, roster, held.concern, reportNotice(held.concern.case, report, staffing, now));
}

/** What is no notice goes by e-mail when a text or call does not arrive; when that fails too, whoever leads hears. */
async function sendAnotherWay(ctx: ActContext, tx: Stores, failed: Delivery, id: string): Promise<void> {
  const practitioner = practitionerOf(await tx.roster.snapshot(), id);
  if (!practitioner) return;
  const open = failed.channel !== 'email' && reachBy(practitioner, 'email', ctx.clock.now()) === 'email';
  if (open) await addStaffText(ctx, tx, id, { ...failed, channel: 'email' });
  else await reportUnreachable(ctx, tx, practitioner);
}
