import { join } from 'node:path';

import { codeOf } from '../errors';
import type { Keys } from '../keys';
import type { DueWork, Event, Instant } from '../vocabulary';
import { postgresPool } from './database/postgresPool';
import { inTransaction, type TransactionOptions } from './database/transaction';
import { guarded } from './database/transactionGuard';
import { dbOver, type Db } from './db';
import { dueBy, nextDue } from './due';
import { folderPool, memoryPool } from './embedded/embeddedPool';
import { migrate } from './migrate';
import type { Pool } from './pool';
import { storesOver, type InTransaction, type OpenTransaction, type Remembered, type Stores } from './stores';

export type { Db } from './db';
export { json, openOrNull, sealOrNull } from './db';
export { imageName } from './embedded/embeddedImage';
export type { Pool } from './pool';
export type { Stores } from './stores';
export { RecordTooSlow } from './database/deadline';
export type { Transaction } from './database/transaction';

/** Where the record lives: a Postgres, a folder of this process, or this process' memory. */
export type Where =
  | { readonly url: string; readonly maxConnections?: number }
  | { readonly dataDir: string }
  | { readonly memory: true; readonly image?: Uint8Array };

export type OpenOptions = Where & {
  readonly keys: Keys;
  readonly clock: { now(): Instant };
  /** Hears of what breaks without anybody waiting for it: idle connections, listeners that throw. */
  readonly onFault?: (error: unknown) => void;
};

/** What the acts are given. */
export interface ServiceRecord {
  transaction<T>(work: (tx: Stores) => Promise<T>, options?: TransactionOptions): Promise<T>;
  due(now: Instant, limit: number): Promise<readonly DueWork[]>;
  nextDueAt(): Promise<Instant | null>;
  /** Called after each commit with that transaction's events in order. Gives the function that stops it. */
  onCommitted(listener: (events: readonly Event[]) => void): () => void;
}

export interface OpenRecord {
  readonly record: ServiceRecord;
  /** For views: asks outside any transaction. Inside one it throws. */
  readonly db: Db;
  readonly pool: Pool;
  /** For writing what has no store (sessions, links, marks): the same transaction with plain SQL beside the stores. */
  readonly inTransaction: InTransaction;
  /** Applies the migrations that are missing; gives their names. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
  /** Embedded in memory only: a copy that opens at once, one time. The record itself is of no use afterwards. */
  image(): Promise<Uint8Array>;
}

const MAX_CONNECTIONS = 10;

/** Opens the record without touching its schema. Throws `FolderInUse` when another process has the folder. */
export async function openRecord(options: OpenOptions): Promise<OpenRecord> {
  const { keys, clock, onFault = warn } = options;
  const { pool: bare, image } = await openPool(options, onFault);
  const pool = guarded(bare);
  const remembered: Remembered = { rosterCache: { roster: null }, chainHeads: new Map() };
  const listeners = new Set<(events: readonly Event[]) => void>();

  function tell(events: readonly Event[]): void {
    for (const listener of listeners) {
      try {
        listener(events);
      } catch (error) {
        onFault(error);
      }
    }
  }

  async function transaction<T>(
    work: (transaction: OpenTransaction) => Promise<T>,
    limits?: TransactionOptions,
  ): Promise<T> {
    const done = await inTransaction(
      bare,
      keys,
      async (open) => {
        const { stores, beforeCommit } = storesOver(open, remembered);
        const value = await work({ ...open, stores });
        return { value, events: await beforeCommit() };
      },
      limits,
    );
    if (done.events.length > 0) tell(done.events);
    return done.value;
  }

  const db = dbOver(pool, keys);
  return {
    record: {
      transaction: (work, limits) => transaction(({ stores }) => work(stores), limits),
      due: (now, limit) => dueBy(db, now, limit),
      nextDueAt: () => nextDue(db),
      onCommitted(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    db,
    pool,
    inTransaction: transaction,
    migrate: () => migrate(pool, clock.now()),
    close: () => bare.end(),
    image,
  };
}

async function openPool(
  where: Where,
  onFault: (error: unknown) => void,
): Promise<{ readonly pool: Pool; readonly image: () => Promise<Uint8Array> }> {
  const noImage = () => Promise.reject(new TypeError('Only a record in memory has an image.'));
  if ('url' in where) {
    const pool = postgresPool({ url: where.url, maxConnections: where.maxConnections ?? MAX_CONNECTIONS, onFault });
    return { pool, image: noImage };
  }
  if ('dataDir' in where) return { pool: await folderPool(join(where.dataDir, 'record')), image: noImage };
  const pool = await memoryPool(where.image);
  return { pool, image: () => pool.image() };
}

function warn(error: unknown): void {
  process.emitWarning(`The record met a fault nobody waited for: ${codeOf(error)}`);
}
