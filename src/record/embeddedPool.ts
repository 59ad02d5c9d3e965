import { mkdirSync } from 'node:fs';

import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';

import { EmbeddedWire } from './embeddedWire';
import { lockFolder } from './folderLock';
import { createMutex } from './mutex';
import { PG_TYPES, type Pool, type PoolClient, type Queryable } from './pool';
import { createStatements, type Statement } from './statements';

/** The embedded database answers in microtasks alone; without a pause a burst of queries starves timers and HTTP. */
const LONGEST_WITHOUT_PAUSE_MS = 5;

/**
 * Postgres inside this process, behind the shape of a pool. It is one session, so one mutex stands before it: a client
 * that sends BEGIN keeps it until COMMIT or ROLLBACK. It survives a killed process, not a power cut (it never fsyncs).
 *
 * `at` is the data folder, which is locked against a second process, or `memory`, where an `image` of an earlier record
 * opens faster than a new one is made.
 */
export async function embeddedPool(
  at: { readonly dataDir: string } | { readonly memory: true; readonly image?: Blob },
): Promise<Pool & { image(): Promise<Blob> }> {
  const unlock = 'dataDir' in at ? lockData(at.dataDir) : () => undefined;
  const db = new PGlite(
    'dataDir' in at ? { dataDir: at.dataDir } : at.image === undefined ? {} : { loadDataDir: at.image },
  );
  const session = new Client({ stream: () => new EmbeddedWire(db), types: PG_TYPES });
  try {
    await db.waitReady;
    await session.connect();
  } catch (error) {
    unlock();
    throw error;
  }
  const mutex = createMutex();
  const statements = createStatements();
  const send = pausing((one: Statement) => session.query(one));
  const run: Queryable['query'] = (text, values) => statements.ask(send, text, values);

  async function connect(): Promise<PoolClient> {
    let leave: (() => void) | null = null;
    let givenBack = false;
    const giveUp = () => {
      leave?.();
      leave = null;
    };
    const rollBack = () => void run('rollback').finally(giveUp);
    const query: Queryable['query'] = async (text, values) => {
      if (leave !== null) {
        const result = await run(text, values);
        if (endsTransaction(text)) giveUp();
        return result;
      }
      const release = await mutex.acquire();
      try {
        // Whoever waited here until it was too late has gone: a transaction begun for them would never end.
        if (givenBack) throw new Error('This client was given back before its turn came.');
        const result = await run(text, values);
        if (beginsTransaction(text)) leave = release;
        if (givenBack) rollBack();
        return result;
      } finally {
        if (leave === null) release();
      }
    };
    const release = () => {
      givenBack = true;
      if (leave !== null) rollBack();
    };
    // It knows no timers, and read committed is its default.
    const begin = async () => void (await query('begin'));
    return { begin, query, release };
  }

  return {
    connect,
    async query(text, values) {
      const release = await mutex.acquire();
      try {
        return await statements.askAlone(send, text, values);
      } finally {
        release();
      }
    },
    async end() {
      await mutex.acquire();
      await session.end();
      await db.close();
      unlock();
    },
    image: () => db.dumpDataDir('none'),
  };
}

function lockData(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  return lockFolder(dataDir);
}

function pausing<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let pausedAtMs = performance.now();
  return async (...args) => {
    if (performance.now() - pausedAtMs > LONGEST_WITHOUT_PAUSE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      pausedAtMs = performance.now();
    }
    return work(...args);
  };
}

const beginsTransaction = (text: string) => /^\s*begin\b/i.test(text);

/** `rollback to savepoint` does not end one. */
const endsTransaction = (text: string) => /^\s*(commit|rollback)\s*;?\s*$/i.test(text);
