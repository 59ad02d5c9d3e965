import type { Carrier } from '../../acts/ports';
import type { ReceiptsToCome } from '../../app/service/workUntil';
import { later, SECOND_MS, type Instant, type Receipt } from '../../vocabulary';

/** Receipts as a rehearsal has them: always, in order, and always after the same time. */
const RECEIPTS = [
  { state: 'sent', afterMs: SECOND_MS },
  { state: 'delivered', afterMs: 3 * SECOND_MS },
] as const;

/** A carrier that takes everything at once, in process. The only place where the service does not speak HTTP. */
export function createRehearsalCarrier(now: () => Instant): Carrier & ReceiptsToCome {
  let onTheirWay: Receipt[] = [];
  const accept = (delivery: string) => {
    const sid = `RH${delivery}`;
    for (const { state, afterMs } of RECEIPTS) {
      onTheirWay.push({ delivery, sid, state, errorCode: null, at: later(now(), afterMs) });
    }
    return Promise.resolve({ sent: 'accepted', sid } as const);
  };
  return {
    sendSms: ({ delivery }) => accept(delivery),
    ring: ({ delivery }) => accept(delivery),
    sendEmail: ({ delivery }) => Promise.resolve({ sent: 'accepted', sid: `RH${delivery}` } as const),
    findSms: () => Promise.resolve(null),
    nextAt: () => onTheirWay.map((one) => one.at).sort()[0] ?? null,
    receiptsBy(moment) {
      const come = onTheirWay.filter((one) => one.at <= moment);
      onTheirWay = onTheirWay.filter((one) => one.at > moment);
      return come.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },
  };
}
