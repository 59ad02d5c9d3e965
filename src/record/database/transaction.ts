import type { Keys } from '../../keys';
import { dbOver, type Db } from '../db';
import type { Pool, PoolClient } from '../pool';
import { startDeadline, type Deadline } from './deadline';
import { isOutdatedPlan } from './statements';
import { insideTransaction, refuseInsideTransaction } from './transactionGuard';
import { TransactionBroken, watch, WentOnUnheard, type Manner, type Watched } from './watchedStatements';

/** One open transaction. */
export interface Transaction {
  readonly db: Db;
  /** Runs `work`; when it throws, its writes are undone and those before it stand. */
  savepoint<T>(work: () => Promise<T>): Promise<Tried<T>>;
  /**
   * Writes what fails unless something holds that is all but certain; if it does not, the whole work is done again. Null
   * when it is being done again: then ask.
   */
  readonly assume: ((text: string, values: readonly unknown[]) => Promise<void>) | null;
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
 * three times, so it must have no effects but its writes. At first no savepoint is set and none waits until its writes
 * have been carried out; if one was needed or a write fails the work runs again, and then each is set and waits.
 */
export async function inTransaction<T>(
  pool: Pool,
  keys: Keys,
  work: (transaction: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  refuseInsideTransaction();
  const deadline = startDeadline(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  let manner: Manner = 'hurried';
  try {
    for (let retries = 0; ;) {
      try {
        return await attempt(pool, keys, work, deadline, manner);
      } catch (error) {
        if (manner === 'hurried' && error instanceof WentOnUnheard) {
          manner = 'careful';
          continue;
        }
        if (retries === RETRIES || !mayBeTriedAgain(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** retries));
        retries += 1;
      }
    }
  } finally {
    deadline.end();
  }
}

/** Postgres refused a statement, and with it the commit behind it; not that it went away. */
function isRefusal(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^(22|23|25|40|42)...$/.test(code);
}

function mayBeTriedAgain(error: unknown): boolean {
  return RETRYABLE.has(String((error as { code?: unknown }).code)) || isOutdatedPlan(error);
}

async function attempt<T>(
  pool: Pool,
  keys: Keys,
  work: (transaction: Transaction) => Promise<T>,
  deadline: Deadline,
  manner: Manner,
): Promise<T> {
  const client = await deadline.race(connectUnlessLate(pool, deadline));
  const release = once((broken: boolean) => client.release(broken));
  deadline.onPassed(() => release(true));
  try {
    return await deadline.race(beginWorkCommit(client, keys, work, deadline, manner));
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
  manner: Manner,
): Promise<T> {
  await client.begin(deadline.leftMs());
  const statements = watch(client, deadline, manner);
  let isCommitting = false;
  try {
    const value = await insideTransaction(() => work(openTransaction(statements, keys, manner)));
    deadline.check();
    if (statements.broken) {
      throw new TransactionBroken(
        'transaction-broken',
        'A statement failed and its error was caught: use a savepoint.',
      );
    }
    isCommitting = true;
    await client.query('commit');
    return value;
  } catch (error) {
    if (deadline.passed) throw error;
    const hasFailed = (await rollBack(client)) || statements.broken;
    // A connection that was lost may have committed: then nothing is done again.
    const isUndone = isCommitting ? isRefusal(error) : hasFailed;
    throw statements.unheard && isUndone ? new WentOnUnheard() : error;
  } finally {
    statements.end();
  }
}

/** True when something that had been written before failed. */
function rollBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => false,
    () => true,
  );
}

function openTransaction(statements: Watched, keys: Keys, manner: Manner): Transaction {
  let savepoints = 0;
  return {
    db: dbOver(statements, keys),
    async savepoint(work) {
      if (manner === 'hurried') return workWithoutSavepoint(statements, work);
      savepoints += 1;
      const name = `savepoint_${savepoints}`;
      statements.ahead(`savepoint ${name}`);
      try {
        const value = await work();
        await statements.heard();
        statements.ahead(`release savepoint ${name}`);
        return { ok: true, value };
      } catch (error) {
        // The database asks for the whole transaction again: going back a part of the way would hide that.
        if (mayBeTriedAgain(error)) throw error;
        await goBackTo(statements, name, error);
        return { ok: false, error };
      }
    },
    assume: statements.assume,
  };
}

/** All but every savepoint is left as it was set: none is, until one was needed. Then the whole work is done again. */
async function workWithoutSavepoint<T>(statements: Watched, work: () => Promise<T>): Promise<Tried<T>> {
  try {
    const value = await work();
    await statements.heard();
    return { ok: true, value };
  } catch (error) {
    if (mayBeTriedAgain(error)) throw error;
    throw statements.giveUp();
  }
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

function once(act: (broken: boolean) => void): (broken: boolean) => void {
  let done = false;
  return (broken) => {
    if (!done) act(broken);
    done = true;
  };
}
