import type { Clock, Log, RecordPort } from '../acts/ports';
import type { DueWork } from '../vocabulary';
import type { Crew } from './crew';

export interface SweepOptions {
  /** Reads what is due, oldest first, without locks. */
  readonly due: RecordPort['due'];
  readonly crew: Crew;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
  /** How many pieces of work one look brings at most, beside those the crew already holds. */
  readonly batch?: number;
}

export interface Sweep {
  /** When the record was last read without an error, for readiness; null before the first time. */
  lastReadAt(): string | null;
  /** Stops looking; resolves when the look under way has ended. The crew is closed by its owner. */
  close(): Promise<void>;
}

/**
 * Looks every `everyMs` for what is due and hands it to the crew; when a look came back full, again as soon as a hand
 * is free. What the crew already holds is read past: work that keeps failing never hides what stands behind it.
 */
export function startSweep({ due, crew, clock, log, everyMs = 500, batch = 200 }: SweepOptions): Sweep {
  let closed = false;
  let lastReadAt: string | null = null;
  let away = false;
  let wake = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function look(): Promise<'full' | 'quiet'> {
    try {
      const now = clock.now();
      const found = await due(now, batch + crew.held());
      lastReadAt = now;
      noteBack();
      const fresh = found.filter((work) => !crew.holds(work)).slice(0, batch);
      if (!closed) fresh.forEach(hand);
      return fresh.length === batch ? 'full' : 'quiet';
    } catch (error) {
      noteAway(error);
      return 'quiet';
    }
  }

  function hand({ kind, id }: DueWork): void {
    void crew.take({ kind, id });
  }

  function noteAway(error: unknown): void {
    if (!away) log.error({ error }, 'the record cannot be read: nothing that is due can be found');
    away = true;
  }

  function noteBack(): void {
    if (away) log.info({}, 'the record can be read again');
    away = false;
  }

  async function loop(): Promise<void> {
    while (!closed) {
      const found = await look();
      if (closed) return;
      await (found === 'full' ? crew.whenFree() : pause(everyMs));
    }
  }

  const ended = loop();
  return {
    lastReadAt: () => lastReadAt,
    close: () => {
      closed = true;
      wake();
      return ended;
    },
  };
}
