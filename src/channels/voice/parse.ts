import { z } from 'zod';
import type { IncomingMessage, Instant } from '../../vocabulary';
import { E164, senderPhone } from '../sms/phone';

const incomingForm = z.object({
  CallSid: z.string().regex(/^CA[0-9a-f]{32}$/),
  From: z.string().min(1),
  To: E164,
});

/** Reads a verified call to our number: a message without words, which a human sees. Null when it is not one. */
export function parseIncomingCall(form: Record<string, unknown>, receivedAt: Instant): IncomingMessage | null {
  const read = incomingForm.safeParse(form);
  if (!read.success) return null;
  return {
    provider: 'twilio-voice',
    providerId: read.data.CallSid,
    channel: 'voice',
    sender: { by: 'phone', phone: senderPhone(read.data.From) },
    kind: 'call',
    text: '',
    to: read.data.To,
    optOut: null,
    receivedAt,
  };
}
