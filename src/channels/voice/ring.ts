import type { DeliveryId, SendResult } from '../../vocabulary';
import type { CarrierClient } from '../sms/client';
import { answerOf } from '../sms/refusals';
import { noticeAddresses } from './addresses';

export interface Ringer {
  readonly client: CarrierClient;
  /** Our own number, E.164: the one practitioners have saved, so that it may ring through the night. */
  readonly from: string;
  readonly publicBaseUrl: string;
}

export interface VoiceCarrier {
  ring(what: { readonly delivery: DeliveryId; readonly to: string }): Promise<SendResult>;
}

/** Most networks' answerphones pick up before this; then the carrier stops ringing. */
const RING_FOR_SECONDS = 30;

/**
 * The carrier for calls. The call carries the delivery's id and no words: those are asked for when somebody picks up,
 * and so are true at that moment. Refusals come back as values; a throw means nobody knows whether it rings.
 */
export function createVoiceCarrier({ client, from, publicBaseUrl }: Ringer): VoiceCarrier {
  return {
    async ring({ delivery, to }) {
      const addresses = noticeAddresses(publicBaseUrl, delivery);
      try {
        const call = await client.calls.create({
          to,
          from,
          url: addresses.hearing(1),
          timeout: RING_FOR_SECONDS,
          machineDetection: 'DetectMessageEnd',
          statusCallback: addresses.status,
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        });
        return { sent: 'accepted', sid: call.sid };
      } catch (thrown) {
        return answerOf(thrown);
      }
    },
  };
}
