import type { Clock } from '../acts/ports';
import type { Rate, RateLimit } from './rateLimit';

/** Windows are cleared away when this many are open: a stranger's many keys must not fill the memory. */
const MANY = 10_000;

interface Window {
  tries: number;
  readonly endsMs: number;
}

/** Counts in this process alone. */
export function createInProcessRateLimit(clock: Clock): RateLimit {
  const windows = new Map<string, Window>();

  function windowOf(key: string, rate: Rate, nowMs: number): Window {
    const open = windows.get(key);
    if (open && open.endsMs > nowMs) return open;
    if (windows.size >= MANY) forgetEnded(nowMs);
    const opened = { tries: 0, endsMs: nowMs + rate.perMs };
    windows.set(key, opened);
    return opened;
  }

  function forgetEnded(nowMs: number): void {
    for (const [key, { endsMs }] of windows) if (endsMs <= nowMs) windows.delete(key);
  }

  return (key, rate) => {
    const window = windowOf(key, rate, Date.parse(clock.now()));
    if (window.tries >= rate.atMost) return Promise.resolve(false);
    window.tries += 1;
    return Promise.resolve(true);
  };
}
