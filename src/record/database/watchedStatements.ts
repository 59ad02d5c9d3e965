import { HouseError } from '../../errors';
import type { PoolClient, Queryable } from '../pool';
import type { Deadline } from './deadline';

/** A statement failed, nobody went back to a savepoint, and the work went on as if nothing had happened. */
export class TransactionBroken extends HouseError {}

/** Something that was written failed, and the work had gone on without waiting to hear of it. */
export class WentOnUnheard extends Error {}

/** Whether the work waits for what it writes: `hurried` hears of it at the commit, which saves the waits between. */
export type Manner = 'hurried' | 'careful';

/** The statements of one transaction, and what became of them. */
export interface Watched extends Queryable, Pick<PoolClient, 'ahead' | 'write' | 'written'> {
  /** As `Transaction` has it. */
  readonly assume: ((text: string, values: readonly unknown[]) => Promise<void>) | null;
  readonly broken: boolean;
  /** Whether the work has gone on without hearing of what it wrote. */
  readonly unheard: boolean;
  /** Waits, where the work does, until what was written has been carried out. */
  heard(): Promise<void>;
  mend(): void;
  /** Nothing of this may be committed, whoever catches what it gives. */
  giveUp(): WentOnUnheard;
  end(): void;
}

/** Postgres answers COMMIT of a failed transaction with a silent rollback, so a failed statement is remembered. */
export function watch(client: PoolClient, deadline: Deadline, manner: Manner): Watched {
  let state: 'open' | 'broken' | 'ended' = 'open';
  let unheard = false;
  /** Why it is broken: what was asked together with what failed is refused too, and says no more than that. */
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

/** Refused because a statement before it was. */
function isAborted(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === '25P02';
}
