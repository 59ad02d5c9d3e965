import type { Carrier, RecordPort } from '../../../acts/ports';

/** Passes points in the order they come, and ends the process at one of them as `kill -9` does. */
export interface Points {
  /** The names of those passed. */
  readonly passed: readonly string[];
  readonly record: <R extends RecordPort>(record: R) => R;
  readonly carrier: <C extends Carrier>(carrier: C) => C;
}

/** `killAt` counts from 0; null: never. Before and after every call that leaves the process, and before each commit. */
export function createPoints(killAt: number | null): Points {
  const passed: string[] = [];
  const pass = (name: string) => {
    passed.push(name);
    if (passed.length - 1 === killAt) process.kill(process.pid, 'SIGKILL');
  };
  const around =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      pass(`before ${name}`);
      const result = await call(...args);
      pass(`after ${name}`);
      return result;
    };
  return {
    passed,
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
  };
}
