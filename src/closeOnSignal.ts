import type { Log } from './acts/ports';

/** A process that has not closed by then is ended: the rows keep what it was doing. */
const CLOSE_WITHIN_MS = 10_000;

/** Closes once, on the first signal to end, and ends the process with success; on a second one at once. */
export function closeOnSignal(log: Log, close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      log.info({ signal }, 'closing');
      setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'closing broke');
          process.exit(1);
        },
      );
    });
  }
}
