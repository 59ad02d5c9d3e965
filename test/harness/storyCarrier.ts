import type { Carrier } from '../../src/acts';
import type { ReceiptsToCome } from '../../src/app/service/workUntil';
import { later, type DeliveryId, type Instant, type Receipt, type SendResult } from '../../src/vocabulary';

/** One thing the carrier took, as the phone at the other end shows it. */
export interface Taken {
  readonly delivery: DeliveryId;
  readonly by: 'sms' | 'voice' | 'email';
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
}

/** What may go wrong at the carrier; each is used up by one attempt to send. */
export type Fault = 'refuses' | 'silent' | 'silent-but-takes' | 'busy';

/** How receipts come: as they should, not at all, twice, or "delivered" before "sent". */
export type Receipts = 'in-order' | 'none' | 'twice' | 'reversed' | 'undelivered';

/** The carrier of the stories: as strict as a real one about what it was asked, and as unreliable as it is told to be. */
export class StoryCarrier implements Carrier, ReceiptsToCome {
  readonly taken: Taken[] = [];
  readonly faults: Fault[] = [];
  receipts: Receipts = 'in-order';
  /** Its list of what it took cannot be read. */
  listIsAway = false;
  private onTheirWay: Receipt[] = [];

  constructor(private readonly now: () => Instant) {}

  sendSms = (what: { delivery: DeliveryId; to: string; text: string }) => this.take('sms', what);
  ring = (what: { delivery: DeliveryId; to: string; text: string }) => this.take('voice', what);
  sendEmail = (what: { delivery: DeliveryId; to: string; text: string }) => this.take('email', what);

  findSms = ({ delivery }: { delivery: DeliveryId }): Promise<string | null> => {
    if (this.listIsAway) return Promise.reject(new Error('the carrier said nothing'));
    const found = this.taken.find((one) => one.delivery === delivery);
    return Promise.resolve(found ? sidOf(delivery) : null);
  };

  nextAt(): Instant | null {
    return this.onTheirWay.map((one) => one.at).sort()[0] ?? null;
  }

  receiptsBy(now: Instant): readonly Receipt[] {
    const come = this.onTheirWay.filter((one) => one.at <= now);
    this.onTheirWay = this.onTheirWay.filter((one) => one.at > now);
    return come.sort((a, b) => a.at.localeCompare(b.at));
  }

  private async take(by: Taken['by'], what: { delivery: DeliveryId; to: string; text: string }): Promise<SendResult> {
    const fault = this.faults.shift();
    if (fault === 'refuses') return { sent: 'refused', reason: 'other', retry: false };
    if (fault === 'busy') return { sent: 'busy', retryAfterMs: 2_000 };
    if (fault === 'silent') throw new Error('the carrier said nothing');
    this.taken.push({ ...what, by, at: this.now() });
    if (by !== 'email') this.promiseReceipts(what.delivery, by);
    if (fault === 'silent-but-takes') throw new Error('the carrier said nothing, and took it');
    return { sent: 'accepted', sid: sidOf(what.delivery) };
  }

  private promiseReceipts(delivery: DeliveryId, by: Taken['by']): void {
    const receipt = (state: Receipt['state'], afterMs: number): Receipt => ({
      delivery,
      sid: sidOf(delivery),
      state,
      errorCode: state === 'undelivered' ? '30003' : null,
      at: later(this.now(), afterMs),
    });
    const plans: Record<Receipts, Receipt[]> = {
      'in-order': [receipt('sent', 1_000), receipt('delivered', 3_000)],
      none: [],
      twice: [receipt('sent', 1_000), receipt('sent', 1_500), receipt('delivered', 3_000), receipt('delivered', 4_000)],
      reversed: [receipt('delivered', 1_000), receipt('sent', 3_000)],
      undelivered: [receipt('sent', 1_000), receipt('undelivered', 3_000)],
    };
    const callsAreAnswered = by === 'voice' && this.receipts === 'undelivered';
    this.onTheirWay.push(...plans[callsAreAnswered ? 'in-order' : this.receipts]);
  }
}

function sidOf(delivery: DeliveryId): string {
  return `SM${delivery}`;
}
