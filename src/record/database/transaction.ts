import { HouseError } from '../../errors';
import type { Keys } from '../../keys';
import { dbOver, type Db } from '../db';
import type { Pool, PoolClient, Queryable } from '../pool';
import { startDeadline, type Deadline } from './deadline';
import { isOutdatedPlan } from './statements';
import { insideTransaction, refuseInsideTransaction } from './transactionGuard';

/** A statement failed, nobody went back to a savepoint, and the work went on as if nothing had happened. */
export class TransactionBroken extends HouseError {}

/** One open transaction. */
export interface Transaction {
  readonly db: Db;
  /** Runs `work`; when it throws, its writes are undone and those before it stand. */
  savepoint<T>(work: () => Promise<T>): Promise<Tried<T>>;
}

export interface TransactionOptions {
  /** From the wait for a connection to the commit; half a minute where nothing is given. */
  readonly timeoutMs?: number;
}

export type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

const DEFAULT_TIMEOUT_MS = 30_000;

/** Serialization failure, deadlock: the database asks for another try. */
const RETRYABLE = new Set(['40001', '40P01']);
const RETRIES = 3;
const PAUSE_MS = 15;

/**
 * Runs `work` in one read-committed transaction of its own client and commits. Rejects with what `work` threw (nothing
 * is written then) or with `RecordTooSlow` after `timeoutMs`. `work` runs again after a serialization failure, up to
 * three times, so it must have no effects but its writes.
 */
export async function inTransaction<T>(
  pool: Pool,
  keys: Keys,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  refuseInsideTransaction();
  const deadline = startDeadline(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    for (let retries = 0; ; retries += 1) {
      try {
        return await attempt(pool, keys, work, deadline);
      } catch (error) {
        if (retries === RETRIES || !mayBeTriedAgain(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** retries));
      }
    }
  } finally {
    deadline.end();
  }
}

function mayBeTriedAgain(error: unknown): boolean {
  return RETRYABLE.has(String((error as { code?: unknown }).code)) || isOutdatedPlan(error);
}

async function attempt<T>(
  pool: Pool,
  keys: Keys,
  work: (transaction: Transaction) => Promise<T>,
  deadline: Deadline,
): Promise<T> {
  const client = await deadline.race(connectUnlessLate(pool, deadline));
  const release = once((broken: boolean) => client.release(broken));
  deadline.onPassed(() => release(true));
  try {
    return await deadline.race(beginWorkCommit(client, keys, work, deadline));
  } finally {
    release(deadline.passed);
  }
}

async function connectUnlessLate(pool: Pool, deadline: Deadline): Promise<PoolClient> {
  const client = await pool.connect();
  if (deadline.passed) client.release();
  return client;
}

async function beginWorkCommit<T>(
  client: PoolClient,
  keys: Keys,
  work: (transaction: Transaction) => Promise<T>,
  deadline: Deadline,
): Promise<T> {
  await client.begin(deadline.leftMs());
  const statements = watched(client, deadline);
  try {
    const value = await insideTransaction(() => work(openTransaction(statements, keys)));
    deadline.check();
    if (statements.broken) {
      throw new TransactionBroken(
        'transaction-broken',
        'A statement failed and its error was caught: use a savepoint.',
      );
    }
    await client.query('commit');
    return value;
  } catch (error) {
    if (!deadline.passed) await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    statements.end();
  }
}

function openTransaction(statements: Watched, keys: Keys): Transaction {
  let savepoints = 0;
  return {
    db: dbOver(statements, keys),
    async savepoint(work) {
      savepoints += 1;
      const name = `savepoint_${savepoints}`;
      statements.ahead(`savepoint ${name}`);
      try {
        const value = await work();
        await statements.written();
        statements.ahead(`release savepoint ${name}`);
        return { ok: true, value };
      } catch (error) {
        // The database asks for the whole transaction again: going back a part of the way would hide that.
        if (mayBeTriedAgain(error)) throw error;
        await goBackTo(statements, name, error);
        return { ok: false, error };
      }
    },
  };
}

/** Throws the error when nothing of this transaction can be kept: what failed stood before the savepoint. */
async function goBackTo(statements: Watched, name: string, error: unknown): Promise<void> {
  await statements.written().catch(() => undefined);
  try {
    await statements.query(`rollback to savepoint ${name}`);
  } catch {
    throw error;
  }
  statements.mend();
}

interface Watched extends Queryable, Pick<PoolClient, 'ahead' | 'write' | 'written'> {
  readonly broken: boolean;
  mend(): void;
  end(): void;
}

/** Postgres answers COMMIT of a failed transaction with a silent rollback, so a failed statement is remembered. */
function watched(client: PoolClient, deadline: Deadline): Watched {
  let state: 'open' | 'broken' | 'ended' = 'open';
  async function send<Result>(asking: () => Promise<Result>): Promise<Result> {
    deadline.check();
    if (state === 'ended') throw new TransactionBroken('transaction-ended', 'This transaction is over.');
    try {
      return await asking();
    } catch (error) {
      state = 'broken';
      throw error;
    }
  }
  return {
    ahead: (text) => client.ahead(text),
    query: (text, values) => send(() => client.query(text, values)),
    write: (text, values) => send(() => client.write(text, values)),
    written: () => send(() => client.written()),
    get broken() {
      return state === 'broken';
    },
    mend: () => (state = 'open'),
    end: () => (state = 'ended'),
  };
}

function once(act: (broken: boolean) => void): (broken: boolean) => void {
  let done = false;
  return (broken) => {
    if (!done) act(broken);
    done = true;
  };
}
