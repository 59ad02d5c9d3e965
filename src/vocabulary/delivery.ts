import type { Channel, LineId } from './messages';
import type { PractitionerId } from './people';
import type { Instant, Milliseconds } from './time';

export type DeliveryId = string;

/** How a notice reaches a practitioner. */
export type NoticeChannel = 'sms' | 'voice' | 'email';

/**
 * What kind of text goes to a young person (the house style's classes); checked again at every attempt to send.
 * - `unasked`: check-in, nudge, "read it", "we are late": neutral, safe hours only.
 * - `answer`: to their own text within ten minutes.
 * - `asked`: asked for by word (PRIVATE, HELP).
 * - `immediate`: danger now; the one text that repeats when in doubt.
 * - `limits`: the statement of limits.
 * - `human`: written by a named person in the thread.
 */
export type OutgoingClass = 'unasked' | 'answer' | 'asked' | 'immediate' | 'limits' | 'human';

/**
 * `waiting → claimed → accepted → sent → delivered | failed | undelivered`, and `in-doubt` when a claim ran out
 * before the carrier answered. `withdrawn`: taken back before it went; `swapped`: replaced by its neutral form.
 */
export type DeliveryState =
  'waiting' | 'claimed' | 'in-doubt' | 'accepted' | 'sent' | 'delivered' | 'failed' | 'undelivered' | 'withdrawn';

/** Whom something is sent to: the young person of a line, or a practitioner. */
export type Addressee =
  | { readonly line: LineId; readonly practitioner?: undefined }
  | { readonly practitioner: PractitionerId; readonly line?: undefined };

/** One thing to be sent once: a text to a young person, or one attempt of a notice to a practitioner. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly to: Addressee;
  readonly channel: Channel | NoticeChannel;
  readonly text: string;
  /** The neutral form that goes instead when, at sending, the class is no longer allowed; null = hold it. */
  readonly neutralText: string | null;
  readonly template: string;
  readonly templateVersion: number;
  readonly class: OutgoingClass | 'staff';
  /** Goes whatever the hour: they wrote a moment ago, or a human chose so. Else safe hours bind what is unasked. */
  readonly atAnyHour: boolean;
  readonly state: DeliveryState;
  /** Order among the deliveries of one line: the next waits until this one is accepted or has failed. */
  readonly order: number;
  readonly attempts: number;
  /** How often the carrier's own list came back without it while it was in doubt. */
  readonly timesAbsent: number;
  readonly claimedUntil: Instant | null;
  readonly sid: string | null;
  /** When the sweep must look at it again; null when nothing is left to do. */
  readonly dueAt: Instant | null;
  readonly createdAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly notice: string | null;
  readonly concern: string | null;
  /** Whose choice it was that it is said, where a person chose; absent: the service by itself. */
  readonly chosenBy?: PractitionerId | null;
}

/** What a carrier says of a message we sent, in our words. Ranks grow; a lower rank after a higher is old news. */
export interface Receipt {
  /** Our own row's id, carried by the status address: a receipt proves acceptance even when the reply was lost. */
  readonly delivery: DeliveryId;
  readonly sid: string;
  readonly state: 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  readonly errorCode: string | null;
  readonly at: Instant;
}

export const RECEIPT_RANK: Readonly<Record<Receipt['state'], number>> = {
  accepted: 1,
  sent: 2,
  delivered: 3,
  undelivered: 3,
  failed: 3,
};

/** What a carrier says of one attempt to send. Refusals are values; a throw means "we do not know". */
export type SendResult =
  | { readonly sent: 'accepted'; readonly sid: string }
  | { readonly sent: 'refused'; readonly reason: 'opted-out' | 'bad-number' | 'other'; readonly retry: false }
  | { readonly sent: 'busy'; readonly retryAfterMs: Milliseconds };
