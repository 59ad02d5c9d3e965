import { z } from 'zod';

import type { IncomingMessage } from '../vocabulary';

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** What a spool file may hold: read back after an outage, perhaps by a later release. */
export const spooled = z.object({
  answered: z.string().nullable(),
  level: z.enum(['immediate', 'urgent', 'worry', 'none']).nullable().default(null),
  place: z.number().default(0),
  message: z.object({
    provider: z.enum(['twilio-sms', 'twilio-voice', 'web', 'spool']),
    providerId: z.string(),
    channel: z.enum(['sms', 'web', 'voice']),
    sender: z.discriminatedUnion('by', [
      z.object({ by: z.literal('phone'), phone }),
      z.object({ by: z.literal('web'), youngPerson: z.string() }),
    ]),
    kind: z.enum(['text', 'picture', 'voice-note', 'call', 'unknown']),
    text: z.string(),
    to: phone.nullable(),
    optOut: z.enum(['stop', 'start', 'help']).nullable(),
    receivedAt: z.iso.datetime(),
  }) satisfies z.ZodType<IncomingMessage>,
});
