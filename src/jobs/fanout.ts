import type { LineId } from '../vocabulary';

/** Tells open web chats and staff pages that a line has something new. Ids only. */
export interface Fanout {
  (what: { readonly line: LineId }): void;
}

export type Listener = (line: LineId) => void;

/** Who has a line open, told when it has something new. Only a hurry: a page also asks by itself now and then. */
export interface FanoutHub {
  /** Never waits, never throws. */
  readonly tell: Fanout;
  /** Hears of one line, or of every line with `'all'`. Returns how to stop. */
  listen(line: LineId | 'all', listener: Listener): () => void;
  close(): Promise<void>;
}
