import type { LineId } from '../vocabulary';
import type { FanoutHub, Listener } from './fanout';

/** A hub for one process. */
export function createInProcessFanout(): FanoutHub {
  const listeners = new Map<LineId | 'all', Set<Listener>>();
  return {
    tell: ({ line }) => {
      // Not within the caller's own stack: a listener that throws is no business of the act that told it.
      setImmediate(() => {
        for (const listener of [...(listeners.get(line) ?? []), ...(listeners.get('all') ?? [])]) listener(line);
      });
    },
    listen: (line, listener) => {
      const together = listeners.get(line) ?? new Set();
      listeners.set(line, together.add(listener));
      return () => {
        together.delete(listener);
        if (together.size === 0 && listeners.get(line) === together) listeners.delete(line);
      };
    },
    close: () => {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
