import { z } from 'zod';
import type { DeliveryId, Instant, Receipt } from '../../vocabulary';
import { wasMachine } from './answeredBy';

/** Twilio's words for what became of a call, and ours: "delivered" means that a person heard it. */
export const CALL_STATUS: Readonly<Record<string, Receipt['state']>> = {
  queued: 'accepted',
  initiated: 'accepted',
  ringing: 'accepted',
  'in-progress': 'sent',
  completed: 'delivered',
  busy: 'undelivered',
  'no-answer': 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

const statusForm = z.object({
  CallSid: z.string().regex(/^CA[0-9a-f]{32}$/),
  CallStatus: z.string(),
  AnsweredBy: z.string().optional(),
});

/**
 * Reads a verified status call for one notice's call; null when it is not one. An answerphone heard the neutral
 * sentence and no person did, so that is "undelivered"; `errorCode` says which way a call missed its person.
 */
export function parseCallStatus(form: Record<string, unknown>, delivery: DeliveryId, at: Instant): Receipt | null {
  const read = statusForm.safeParse(form);
  if (!read.success) return null;
  const { CallSid: sid, CallStatus: status, AnsweredBy } = read.data;
  if (status === 'completed' && wasMachine(AnsweredBy)) {
    return { delivery, sid, state: 'undelivered', errorCode: 'answerphone', at };
  }
  const state = CALL_STATUS[status] ?? 'accepted';
  return { delivery, sid, state, errorCode: state === 'undelivered' || state === 'failed' ? status : null, at };
}
