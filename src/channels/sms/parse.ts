import { z } from 'zod';
import type { IncomingMessage, Instant, MessageKind } from '../../vocabulary';
import { recogniseOptOut, type OptOutSet } from './optOut';
import { E164, senderPhone } from './phone';

/** Twilio's own names for what came. Anything else in the form is left at the door. */
const incomingForm = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  From: z.string().min(1),
  To: E164,
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).max(10).default(0),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

export type Parsed =
  { readonly ok: true; readonly message: IncomingMessage } | { readonly ok: false; readonly fields: readonly string[] };

/**
 * Reads a verified text. Pictures and voice notes are never fetched: only that one came, and which kind.
 * When it cannot be read the answer names the fields at fault, never what they held.
 */
export function parseIncomingText(form: Record<string, unknown>, optOutSet: OptOutSet, receivedAt: Instant): Parsed {
  const read = incomingForm.safeParse(form);
  if (!read.success) return { ok: false, fields: read.error.issues.map((issue) => issue.path.join('.')) };
  const { MessageSid, From, To, Body, NumMedia, OptOutType } = read.data;
  return {
    ok: true,
    message: {
      provider: 'twilio-sms',
      providerId: MessageSid,
      channel: 'sms',
      sender: { by: 'phone', phone: senderPhone(From) },
      kind: kindOf(mediaTypes(form, NumMedia)),
      text: Body,
      to: To,
      optOut: recogniseOptOut(Body, OptOutType ?? null, optOutSet),
      receivedAt,
    },
  };
}

function mediaTypes(form: Record<string, unknown>, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(form[`MediaContentType${index}`] ?? ''));
}

/** A moving picture is a picture. Among several the one a human must know about first wins. */
function kindOf(media: readonly string[]): MessageKind {
  if (media.length === 0) return 'text';
  if (media.some((type) => /^(image|video)\//.test(type))) return 'picture';
  if (media.some((type) => type.startsWith('audio/'))) return 'voice-note';
  return 'unknown';
}
