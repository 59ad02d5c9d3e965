import { HouseError } from '../../errors';

/** Did not commit in the time given. It may still have committed when the time ran out in mid-commit: repeat safely. */
export class RecordTooSlow extends HouseError {}

/** How long a transaction may take, from the wait for a connection on; `end` it when the transaction is over. */
export interface Deadline {
  readonly passed: boolean;
  leftMs(): number;
  /** Throws when it has passed. */
  check(): void;
  onPassed(listener: () => void): void;
  race<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** Begins to count now: `RecordTooSlow` comes after so many milliseconds. */
export function startDeadline(timeoutMs: number): Deadline {
  const endsAtMs = performance.now() + timeoutMs;
  const tooSlow = () => new RecordTooSlow('record-too-slow', `The record did not commit within ${timeoutMs} ms.`);
  const listeners: (() => void)[] = [];
  let passed = false;
  let refuse!: (error: Error) => void;
  const late = new Promise<never>((_, reject) => (refuse = reject));
  late.catch(() => undefined);
  const timer = setTimeout(() => {
    passed = true;
    refuse(tooSlow());
    listeners.forEach((listener) => listener());
  }, timeoutMs);
  return {
    get passed() {
      return passed;
    },
    leftMs: () => Math.max(1, Math.ceil(endsAtMs - performance.now())),
    check() {
      if (passed) throw tooSlow();
    },
    onPassed: (listener) => void listeners.push(listener),
    async race(work) {
      work.catch(() => undefined);
      return Promise.race([work, late]);
    },
    end: () => clearTimeout(timer),
  };
}
