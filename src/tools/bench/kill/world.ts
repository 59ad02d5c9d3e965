import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Carrier } from '../../../acts/ports';
import type { ReceiptsToCome } from '../../../app/service/workUntil';
import { later, SECOND_MS, type Instant, type Receipt } from '../../../vocabulary';
import type { Taken } from './ended';

type Entry = { readonly taken: Taken } | { readonly answered: string } | { readonly now: Instant };

/**
 * What is outside the process and survives its being killed: all that the carrier took, the webhooks it got an answer to,
 * and the time. Kept in a file, one entry a line, each written before the process learns of it.
 */
export interface World {
  readonly carrier: Carrier & ReceiptsToCome;
  taken(): readonly Taken[];
  wasAnswered(webhook: string): boolean;
  noteAnswered(webhook: string): void;
  /** The last moment the run before this one noted; null in the first run. */
  readonly endedAt: Instant | null;
  noteNow(now: Instant): void;
}

const RECEIPTS = [
  { state: 'sent', afterMs: SECOND_MS },
  { state: 'delivered', afterMs: 3 * SECOND_MS },
] as const;

/**
 * Receipts under way when a process was killed are lost: delivered after the restart, they would settle at once every text
 * in doubt, and one that is sent twice would not be seen.
 */
export function openWorld(folder: string, now: () => Instant): World {
  const file = join(folder, 'world.jsonl');
  const entries = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(readEntry) : [];
  const taken = entries.flatMap((one) => ('taken' in one ? [one.taken] : []));
  const answered = new Set(entries.flatMap((one) => ('answered' in one ? [one.answered] : [])));
  const endedAt = entries.flatMap((one) => ('now' in one ? [one.now] : [])).at(-1) ?? null;
  let receipts: Receipt[] = [];

  const note = (entry: Entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);
  function take({ delivery, to, text }: Omit<Taken, 'at'>) {
    const one = { delivery, to, text, at: now() };
    note({ taken: one });
    taken.push(one);
    receipts.push(...receiptsOf(one));
    return Promise.resolve({ sent: 'accepted', sid: sidOf(one) } as const);
  }

  return {
    carrier: {
      sendSms: take,
      ring: take,
      sendEmail: take,
      findSms: ({ delivery }) =>
        Promise.resolve(taken.some((one) => one.delivery === delivery) ? `K${delivery}` : null),
      nextAt: () => receipts.map(({ at }) => at).sort()[0] ?? null,
      receiptsBy(moment) {
        const come = receipts.filter(({ at }) => at <= moment);
        receipts = receipts.filter(({ at }) => at > moment);
        return come.sort((a, b) => a.at.localeCompare(b.at));
      },
    },
    taken: () => taken,
    wasAnswered: (webhook) => answered.has(webhook),
    noteAnswered: (webhook) => note({ answered: webhook }),
    endedAt,
    noteNow: (moment) => note({ now: moment }),
  };
}

const readEntry = (line: string) => JSON.parse(line) as Entry;
const sidOf = ({ delivery }: Taken) => `K${delivery}`;

function receiptsOf(one: Taken): Receipt[] {
  return RECEIPTS.map(({ state, afterMs }) => ({
    delivery: one.delivery,
    sid: sidOf(one),
    state,
    errorCode: null,
    at: later(one.at, afterMs),
  }));
}
