import type { Fanout } from '../acts/ports';
import type { LineId } from '../vocabulary';

export type Listener = (line: LineId) => void;

/** Who has a line open, told when it has something new. Only a hurry: a page also asks by itself now and then. */
export interface FanoutHub {
  /** Never waits, never throws. */
  readonly tell: Fanout;
  /** Hears of one line, or of every line with `'all'`. Returns how to stop. */
  listen(line: LineId | 'all', listener: Listener): () => void;
  close(): Promise<void>;
}
