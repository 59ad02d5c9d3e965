import { HouseError } from '../../errors';
import type { PoolClient, Queryable } from '../pool';
import type { Deadline } from './deadline';

/** A statement failed, its error was caught without going back to a savepoint, and the work went on. */
export class TransactionBroken extends HouseError {}

/** A write failed that the work had not waited for, or it needed a savepoint that was not set: the work must run again. */
export class WentOnUnheard extends Error {}

/**
 * How a transaction treats its writes. `careful` waits until each is carried out before it goes on. `hurried` sends them
 * with the next statement and learns at the commit whether one failed, which saves a wait each.
 */
export type Manner = 'hurried' | 'careful';

/** The statements of one transaction; it remembers whether one has failed. */
export interface Watched extends Queryable, Pick<PoolClient, 'ahead' | 'write' | 'written'> {
  /** See `Transaction.assume`. */
  readonly assume: ((text: string, values: readonly unknown[]) => Promise<void>) | null;
  /** Whether a statement has failed, and nobody has gone back to a savepoint since. */
  readonly broken: boolean;
  /** Whether the work went on, at a savepoint or at a guess, without knowing that its writes were carried out. */
  readonly unheard: boolean;
  /** Careful: waits until all that was written is carried out. Hurried: only notes that nobody waited. */
  heard(): Promise<void>;
  /** After going back to a savepoint: nothing is broken any more. */
  mend(): void;
  /** Makes sure that this run is not committed, even if the work catches the error this gives to throw. */
  giveUp(): WentOnUnheard;
  /** Refuses every statement from now on. */
  end(): void;
}

/**
 * Watches the statements of one transaction. Postgres answers the COMMIT of a failed transaction with a rollback and no
 * error, so whoever commits must know whether a statement had failed.
 */
export function watch(client: PoolClient, deadline: Deadline, manner: Manner): Watched {
  let state: 'open' | 'broken' | 'ended' = 'open';
  let unheard = false;
  /** The first error. Statements sent behind the one that failed are refused too, and their errors do not say why. */
  let cause: unknown = null;
  async function send<Result>(asking: () => Promise<Result>): Promise<Result> {
    deadline.check();
    if (state === 'ended') throw new TransactionBroken('transaction-ended', 'This transaction is over.');
    try {
      return await asking();
    } catch (error) {
      cause ??= error;
      state = 'broken';
      throw isAborted(error) ? cause : error;
    }
  }
  const write: Watched['write'] = (text, values) => send(() => client.write(text, values));
  const written = () => send(() => client.written());
  return {
    ahead: (text) => client.ahead(text),
    query: (text, values) => send(() => client.query(text, values)),
    write,
    written,
    async heard() {
      if (manner === 'careful') return written();
      unheard = true;
    },
    assume:
      manner === 'careful'
        ? null
        : (text, values) => {
            unheard = true;
            return write(text, values);
          },
    get broken() {
      return state === 'broken';
    },
    get unheard() {
      return unheard;
    },
    mend() {
      state = 'open';
      cause = null;
    },
    giveUp() {
      state = 'broken';
      return new WentOnUnheard();
    },
    end: () => (state = 'ended'),
  };
}

/** Postgres refused this statement only because one before it had failed (25P02, in_failed_sql_transaction). */
function isAborted(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === '25P02';
}
