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
   * Writes a statement that rests on a guess and fails where the guess is wrong; nobody waits for its answer. After such
   * a failure the whole work is rolled back and done again, and this is null: the work then asks instead of guessing.
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
 * is written then) or with `RecordTooSlow` after `timeoutMs`.
 *
 * `work` may run more than once, so it must have no effects but its writes: up to three times more after a serialization
 * failure or a deadlock, and once more when it was hurried in vain. The first run is hurried: it sets no savepoints, and
 * does not wait for what it writes. Where a write failed, or a savepoint would have been gone back to, that run is rolled
 * back, and the next one is careful: it sets every savepoint and waits for its writes.
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

/**
 * Whether the database itself refused (by the classes of its error codes), so that it cannot have committed. A connection
 * that was lost says nothing of that.
 */
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
    // A connection that was lost while it committed may have committed: then the work must not run again.
    const isUndone = isCommitting ? isRefusal(error) : hasFailed;
    throw statements.unheard && isUndone ? new WentOnUnheard() : error;
  } finally {
    statements.end();
  }
}

/** Rolls back. True when that fails: then a statement sent before it, whose answer nobody waited for, had failed. */
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
        // The database asks for the whole transaction again: going back to a savepoint would hide that.
        if (mayBeTriedAgain(error)) throw error;
        await goBackTo(statements, name, error);
        return { ok: false, error };
      }
    },
    assume: statements.assume,
  };
}

/** Nearly no savepoint is ever gone back to, so a hurried run sets none; where one is needed, the work runs again. */
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

/** Undoes what came after the savepoint. Throws `error` where that cannot be done: something before it had failed. */
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
