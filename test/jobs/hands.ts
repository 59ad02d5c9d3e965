import type { Clock, Log } from '../../src/acts/ports';
import type { Work } from '../../src/jobs/work';
import { instantOf } from '../../src/vocabulary';

/** A clock the test moves. */
export function handClock(): Clock & { pass(ms: number): void } {
  let ms = Date.UTC(2026, 10, 22);
  return { now: () => instantOf(ms), pass: (more) => void (ms += more) };
}

export interface Logged {
  readonly severity: 'info' | 'warn' | 'error';
  readonly said: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log the test reads. */
export function keptLog(): Log & { readonly lines: Logged[] } {
  const lines: Logged[] = [];
  const keep = (severity: Logged['severity']) => (fields: Logged['fields'], said: string) =>
    void lines.push({ severity, said, fields });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** Work that ends when the test says so. */
export function heldWork() {
  const begun: { readonly work: Work; readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  return {
    begun,
    names: () => begun.map(({ work }) => work.id),
    perform: (work: Work) =>
      new Promise<void>((resolve, reject) => {
        begun.push({ work, end: resolve, fail: reject });
      }),
  };
}

/** Resolves once `holds` does; throws after a minute. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const givesUpMs = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > givesUpMs) throw new Error(`never came to hold: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Lets everything that is ready to run, run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
