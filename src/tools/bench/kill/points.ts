import type { Carrier, Nudge, RecordPort, Spool } from '../../../acts/ports';

/** Wraps every call that leaves the process, so that the points before it, after it and before each commit are known. */
export interface Points {
  readonly record: <R extends RecordPort>(record: R) => R;
  readonly carrier: <C extends Carrier>(carrier: C) => C;
  readonly nudge: (nudge: Nudge) => Nudge;
  readonly spool: <S extends Spool>(spool: S) => S;
}

/** `pass` is called with the name of each point, as it is reached. A call that never ends reaches no "after". */
export function createPoints(pass: (name: string) => void): Points {
  const around =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      pass(`before ${name}`);
      try {
        return await call(...args);
      } finally {
        pass(`after ${name}`);
      }
    };
  return {
    record: (record) => ({
      ...record,
      transaction: around('a transaction', (work: Parameters<RecordPort['transaction']>[0], options) =>
        record.transaction(async (tx) => {
          const result = await work(tx);
          pass('before its commit');
          return result;
        }, options),
      ),
    }),
    carrier: (carrier) => ({
      ...carrier,
      sendSms: around('a text', carrier.sendSms),
      ring: around('a call', carrier.ring),
      sendEmail: around('an e-mail', carrier.sendEmail),
      findSms: around('a look at the list', carrier.findSms),
    }),
    nudge: (nudge) => (work) => {
      pass('before a nudge');
      nudge(work);
      pass('after a nudge');
    },
    spool: (spool) => ({
      ...spool,
      keep: around('keeping on the disk', spool.keep),
      remove: around('removing from the disk', spool.remove),
    }),
  };
}

/** Ends this process as `kill -9` does: no handler runs, nothing is closed, no file is written to its end. */
export function killThisProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}
