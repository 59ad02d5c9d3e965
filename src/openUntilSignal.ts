import type { Log } from './acts/ports';

/** A process that has not closed by then is ended: the rows keep what it was doing. */
const CLOSE_WITHIN_MS = 10_000;
/** Nor is one waited for that does not come to open: a first start on a busy machine takes half of this. */
const OPEN_WITHIN_MS = 30_000;

/**
 * Opens a process, and on the first signal to end closes what was opened and ends it with success; on a second one at
 * once. A signal that comes while it still opens waits until it can be closed whole: nothing is left half open behind
 * it. Throws what `open` throws.
 */
export async function openUntilSignal(log: Log, open: () => Promise<() => Promise<void>>): Promise<void> {
  let opening: ReturnType<typeof open> | null = null;
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      log.info({ signal }, 'closing');
      endAfter(OPEN_WITHIN_MS + CLOSE_WITHIN_MS);
      closeWhole(opening).then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, 'closing broke');
          process.exit(1);
        },
      );
    });
  }
  opening = open();
  await opening;
}

async function closeWhole(opening: Promise<() => Promise<void>> | null): Promise<void> {
  const close = await opening;
  endAfter(CLOSE_WITHIN_MS);
  await close?.();
}

function endAfter(ms: number): void {
  setTimeout(() => process.exit(1), ms).unref();
}
