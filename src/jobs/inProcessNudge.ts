import type { Nudge } from '../acts/ports';
import type { Crew } from './crew';

export interface InProcessNudge {
  readonly nudge: Nudge;
  /** Forgets what was to be hurried later: the sweep finds it. */
  close(): void;
}

/** Hurries work in this process alone: enough for one process on the embedded record. */
export function createInProcessNudge(crew: Crew): InProcessNudge {
  const timers = new Set<NodeJS.Timeout>();
  return {
    nudge: ({ kind, id, afterMs = 0 }) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void crew.take({ kind, id });
      }, afterMs);
      timers.add(timer);
    },
    close: () => {
      timers.forEach((timer) => clearTimeout(timer));
      timers.clear();
    },
  };
}
