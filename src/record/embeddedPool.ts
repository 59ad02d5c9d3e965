import { mkdirSync } from 'node:fs';

import { Client } from 'pg';

import { openAside } from './embeddedAside';
import { openHere, type EmbeddedDatabase } from './embeddedDatabase';
import { EmbeddedWire } from './embeddedWire';
import { lockFolder } from './folderLock';
import { createMutex } from './mutex';
import { PG_TYPES, type Pool, type PoolClient, type Queryable } from './pool';
import { createStatements, type Statement } from './statements';

/** The embedded record of a folder, which is locked against a second process. Throws `FolderInUse`. */
export async function folderPool(dataDir: string): Promise<Pool> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockFolder(dataDir);
  try {
    const opening = openAside(dataDir);
    const locked = opening.then((db) => ({ ...db, close: () => db.close().finally(unlock) }));
    return await poolOver(locked);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An embedded record in this process's memory; an `image` of an earlier one opens faster than a new one is made. */
export async function memoryPool(image?: Blob): Promise<Pool & { image(): Promise<Blob> }> {
  const opening = openHere(image);
  const pool = await poolOver(opening);
  const db = await opening;
  return {
    ...pool,
    async image() {
      await slim(pool);
      return db.image();
    },
  };
}

/** Half of its files belong to databases that only serve to make others, and what was logged would be done again. */
async function slim(pool: Pool): Promise<void> {
  await pool.query(`update pg_database set datistemplate = false where datname in ('template0', 'template1')`);
  for (const name of ['template0', 'template1']) await pool.query(`drop database if exists ${name}`);
  await pool.query('checkpoint');
}

/**
 * The embedded Postgres behind the shape of a pool. It is one session, so one mutex stands before it: a client that sends
 * BEGIN keeps it until COMMIT or ROLLBACK. It survives a killed process, not a power cut (it never fsyncs).
 */
async function poolOver(opening: Promise<EmbeddedDatabase>): Promise<Pool> {
  // The client is loaded by its first use: here, while the database opens.
  const session = new Client({ stream: () => new EmbeddedWire(opening), types: PG_TYPES });
  const db = await opening;
  await session.connect();
  const mutex = createMutex();
  const statements = createStatements();
  const send = (one: Statement) => session.query(one);
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
    },
  };
}

const beginsTransaction = (text: string) => /^\s*begin\b/i.test(text);

/** `rollback to savepoint` does not end one. */
const endsTransaction = (text: string) => /^\s*(commit|rollback)\s*;?\s*$/i.test(text);
