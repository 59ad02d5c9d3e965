import { AsyncLocalStorage } from 'node:async_hooks';

import { HouseError } from '../../errors';
import type { Pool } from '../pool';

/** Something inside a transaction asked the pool. On the embedded record that would wait for itself for ever. */
export class PoolUsedInTransaction extends HouseError {}

interface Scope {
  open: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work`; until it settles, a guarded pool asked from within it throws. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope: Scope = { open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/** Throws PoolUsedInTransaction where it is called from inside a transaction. */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.open !== true) return;
  throw new PoolUsedInTransaction(
    'pool-used-in-transaction',
    'Inside a transaction only its own stores may be used: read before it, or pass the stores in.',
  );
}

/** The same pool, that throws PoolUsedInTransaction when it is asked from inside a transaction. */
export function guarded<P extends Pool>(pool: P): P {
  return {
    ...pool,
    async query(text: string, values?: readonly unknown[]) {
      refuseInsideTransaction();
      return pool.query(text, values);
    },
    async connect() {
      refuseInsideTransaction();
      return pool.connect();
    },
  };
}
