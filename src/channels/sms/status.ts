import { z } from 'zod';
import type { DeliveryId, Instant, Receipt } from '../../vocabulary';

/** Twilio's words for what became of a text, and ours. Every other word still proves that the text was accepted. */
export const TEXT_STATUS: Readonly<Record<string, Receipt['state']>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

const statusForm = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  MessageStatus: z.string(),
  ErrorCode: z.string().regex(/^\d+$/).optional().catch(undefined),
});

/** Reads a verified status call for one delivery; null when it is not one. */
export function parseTextStatus(form: Record<string, unknown>, delivery: DeliveryId, at: Instant): Receipt | null {
  const read = statusForm.safeParse(form);
  if (!read.success) return null;
  return {
    delivery,
    sid: read.data.MessageSid,
    state: TEXT_STATUS[read.data.MessageStatus] ?? 'accepted',
    errorCode: read.data.ErrorCode ?? null,
    at,
  };
}
