import { mkdirSync } from 'node:fs';

import { createStatements, type Statement } from '../database/statements';
import type { Pool, PoolClient, Queryable } from '../pool';
import { openAside } from './embeddedAside';
import { openHere, type EmbeddedDatabase } from './embeddedDatabase';
import { openSession } from './embeddedSession';
import { lockFolder } from './folderLock';
import { createMutex } from './mutex';

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

/** An embedded record in this process's memory, out of an `image` of an earlier one or empty (`openHere`). */
export async function memoryPool(image?: Uint8Array): Promise<Pool & { image(): Promise<Uint8Array> }> {
  const opening = openHere(image);
  const pool = await poolOver(opening);
  const db = await opening;
  return {
    ...pool,
    async image() {
      await refuseLibraries(pool);
      await slim(pool);
      return db.image();
    },
  };
}

/** The code of a library stands beside the memory: where only the memory is laid out, calling it does nothing at all. */
async function refuseLibraries(pool: Pool): Promise<void> {
  const { rows } = await pool.query('select file_name from pg_get_loaded_modules()');
  if (rows.length > 0) throw new TypeError('No image can be taken of a database that has loaded a library (plpgsql?).');
}

/** Half of its files belong to databases that only serve to make others; what it prepared belongs to this session. */
async function slim(pool: Pool): Promise<void> {
  await pool.query(`update pg_database set datistemplate = false where datname in ('template0', 'template1')`);
  for (const name of ['template0', 'template1']) await pool.query(`drop database if exists ${name}`);
  await pool.query('deallocate all');
}

/**
 * The embedded Postgres behind the shape of a pool. It is one session, so one mutex stands before it: a client that sends
 * BEGIN keeps it until COMMIT or ROLLBACK. It survives a killed process, not a power cut (it never fsyncs).
 */
async function poolOver(opening: Promise<EmbeddedDatabase>): Promise<Pool> {
  const db = await opening;
  const session = openSession(db);
  const mutex = createMutex();
  const statements = createStatements();
  const send = (one: Statement) => session.ask(one);
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
    /** Travels with the first statement. It knows no timers, and read committed is its default. */
    const begin = async () => {
      leave = await mutex.acquire();
      if (givenBack) return giveUp();
      session.ahead('begin');
    };
    return {
      begin,
      ahead: (text) => session.ahead(text),
      /** Nothing is gained by waiting with it: the database is here. */
      write: async (text, values) => void (await query(text, values)),
      written: () => Promise.resolve(),
      query,
      release,
    };
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
      await db.close();
    },
  };
}

const beginsTransaction = (text: string) => /^\s*begin\b/i.test(text);

/** `rollback to savepoint` does not end one. */
const endsTransaction = (text: string) => /^\s*(commit|rollback)\s*;?\s*$/i.test(text);
