import type { Event } from '../../vocabulary';
import { freshWords } from '../chain/words';
import type { Transaction, TransactionOptions } from '../database/transaction';
import { checkInStore } from './checkIns';
import { commitmentStore } from './commitments';
import { concernStore } from './concerns';
import { deliveryStore } from './deliveries';
import { errandStore } from './errands';
import { eventStore, type ChainHeads } from './events';
import { lineStore } from './lines';
import { messageStore } from './messages';
import { noteStore } from './notes';
import { noticeStore } from './notices';
import { pinStore } from './pins';
import { readingStore } from './readings';
import { retentionStore } from './retention';
import { rosterStore, type RosterCache } from './roster';
import { staffReplyStore } from './staffReplies';

export type Stores = ReturnType<typeof storesOver>['stores'];

export interface OpenTransaction extends Transaction {
  readonly stores: Stores;
}

/** Runs the work in one transaction and commits it: plain SQL beside the stores, for what has no store. */
export type InTransaction = <T>(
  work: (transaction: OpenTransaction) => Promise<T>,
  options?: TransactionOptions,
) => Promise<T>;

/** What a process remembers from one transaction to the next; the record itself says whether it still holds. */
export interface Remembered {
  readonly rosterCache: RosterCache;
  readonly chainHeads: ChainHeads;
}

/** Every store over one transaction, and what must be done before it commits. */
export function storesOver(transaction: Transaction, { rosterCache, chainHeads }: Remembered) {
  const { db } = transaction;
  const words = freshWords();
  const events = eventStore(transaction, words, chainHeads);
  const lines = lineStore(db, events.sawHead);
  const checkIns = checkInStore(db);
  const concerns = concernStore(db, lines.lockOfConcern);
  const deliveries = deliveryStore(db, words, events.sawHead);
  return {
    stores: {
      lines,
      messages: messageStore(db, words),
      roster: rosterStore(db, rosterCache),
      concerns,
      notices: noticeStore(db),
      deliveries,
      commitments: commitmentStore(db),
      checkIns,
      notes: noteStore(db, words),
      errands: errandStore(db),
      events: { append: events.append, latest: events.latest },
      staffReplies: staffReplyStore(db, words),
      pins: pinStore(db),
      readings: readingStore(db),
      retention: retentionStore(db),
      async savepoint<T>(work: () => Promise<T>) {
        const mark = events.mark();
        const tried = await transaction.savepoint(work);
        if (!tried.ok) {
          events.backTo(mark);
          checkIns.forget();
          concerns.forget();
          deliveries.forget();
        }
        return tried;
      },
    },
    beforeCommit: (): Promise<readonly Event[]> => events.link(),
  };
}
