import type { DeliveryId, Instant, SendResult } from '../../vocabulary';
import { textStatusAddress } from './addresses';
import type { CarrierClient } from './client';
import { findText } from './find';
import { answerOf } from './refusals';

export interface TextSender {
  readonly client: CarrierClient;
  /** Our own number, E.164. */
  readonly from: string;
  /** The messaging service that holds the number and its opt-out words; null = the bare number. */
  readonly messagingServiceSid: string | null;
  readonly publicBaseUrl: string;
}

export interface SmsCarrier {
  sendSms(what: { readonly delivery: DeliveryId; readonly to: string; readonly text: string }): Promise<SendResult>;
  findSms(what: {
    readonly delivery: DeliveryId;
    readonly to: string;
    readonly text: string;
    readonly since: Instant;
  }): Promise<string | null>;
}

/** The carrier for texts. Refusals come back as values; a throw means nobody knows whether it was taken. */
export function createSmsCarrier(sender: TextSender): SmsCarrier {
  const { client, from, messagingServiceSid, publicBaseUrl } = sender;
  return {
    async sendSms({ delivery, to, text }) {
      try {
        const taken = await client.messages.create({
          to,
          from,
          ...(messagingServiceSid === null ? {} : { messagingServiceSid }),
          body: text,
          statusCallback: textStatusAddress(publicBaseUrl, delivery),
        });
        return { sent: 'accepted', sid: taken.sid };
      } catch (thrown) {
        return answerOf(thrown);
      }
    },
    findSms: ({ to, text, since }) => findText(client, { to, from, text, since }),
  };
}
