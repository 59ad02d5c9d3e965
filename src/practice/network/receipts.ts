import type { Pace } from '../settings';
import type { Faults } from './faults';

export type TextStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

/** Something that happens to a text, or is told of it, so long after it was taken. */
export interface Moment {
  readonly status: TextStatus;
  readonly errorCode: number | null;
  readonly afterMs: number;
}

/** "Unreachable destination handset", "landline or unreachable carrier", "unknown error". */
const UNREACHABLE = 30003;
const LANDLINE = 30006;
const UNKNOWN_ERROR = 30008;
/** Receipts told out of order come this far apart, so that no busy machine puts them in order again. */
const APART_MS = 250;
const UK_LANDLINE = /^\+44[12]/;

/** What truly becomes of a text the carrier took. */
export function fateOf(to: string, fate: Faults['fate'], pace: Pace): readonly Moment[] {
  const queued: Moment = { status: 'queued', errorCode: null, afterMs: 0 };
  const sent: Moment = { status: 'sent', errorCode: null, afterMs: pace.sentMs };
  const end = pace.sentMs + pace.deliveredMs;
  if (UK_LANDLINE.test(to)) return [queued, sent, { status: 'undelivered', errorCode: LANDLINE, afterMs: end }];
  switch (fate) {
    case 'delivered':
      return [queued, sent, { status: 'delivered', errorCode: null, afterMs: end }];
    case 'undelivered':
      return [queued, sent, { status: 'undelivered', errorCode: UNREACHABLE, afterMs: end }];
    case 'failed':
      return [queued, { status: 'failed', errorCode: UNKNOWN_ERROR, afterMs: pace.sentMs }];
  }
}

/** What the service is told of it, and when. */
export function receiptsOf(fate: readonly Moment[], { receipts, lateByMs }: Faults): readonly Moment[] {
  switch (receipts) {
    case 'prompt':
      return fate;
    case 'late':
      return fate.map((moment) => ({ ...moment, afterMs: moment.afterMs + lateByMs }));
    case 'lost':
      return [];
    case 'repeated':
      return fate.flatMap((moment) => [moment, { ...moment, afterMs: moment.afterMs + 1 }]);
    case 'out-of-order': {
      const last = fate.at(-1)?.afterMs ?? 0;
      return fate.toReversed().map((moment, index) => ({ ...moment, afterMs: last + index * APART_MS }));
    }
  }
}
