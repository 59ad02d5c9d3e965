import type { Carrier, Nudge, RecordPort, Spool } from '../../../acts/ports';

/** Stands around every call that leaves the process, and says before and after each, and before each commit, where it is. */
export interface Points {
  readonly record: <R extends RecordPort>(record: R) => R;
  readonly carrier: <C extends Carrier>(carrier: C) => C;
  readonly nudge: (nudge: Nudge) => Nudge;
  readonly spool: <S extends Spool>(spool: S) => S;
}

/** `pass` hears the name of each point as it is passed. What never comes to an end passes no "after". */
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

/** Ends this process as `kill -9` does: nothing of it is closed, written to its end or said goodbye to. */
export function killThisProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}
