import type { Carrier } from '../../acts/ports';
import type { ReceiptsToCome } from '../../app/service/workUntil';
import type { DeliveryId, Instant, NoticeChannel } from '../../vocabulary';
import { createRehearsalCarrier } from '../rehearse/carrier';

/** What a phone or an inbox showed, as it came. */
export interface Heard {
  readonly delivery: DeliveryId;
  readonly by: NoticeChannel;
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
}

/** A carrier that takes everything, and says what each phone hears. */
export function createHeardCarrier(now: () => Instant, hear: (heard: Heard) => void): Carrier & ReceiptsToCome {
  const carrier = createRehearsalCarrier(now);
  const heard = (by: NoticeChannel, { delivery, to, text }: Pick<Heard, 'delivery' | 'to' | 'text'>) =>
    hear({ delivery, by, to, text, at: now() });
  return {
    ...carrier,
    sendSms(what) {
      heard('sms', what);
      return carrier.sendSms(what);
    },
    ring(what) {
      heard('voice', what);
      return carrier.ring(what);
    },
    sendEmail(what) {
      heard('email', { ...what, text: `${what.subject} / ${what.text.replace(/\s+/g, ' ')}` });
      return carrier.sendEmail(what);
    },
  };
}
