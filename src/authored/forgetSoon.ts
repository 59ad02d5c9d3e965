import { setFlagsFromString } from 'node:v8';

/**
 * V8 gives objects that survive one or two garbage collections long-lived memory, and from then on allocates others
 * made at the same place there at once, where only a slow full collection frees them. A verdict being computed may
 * survive, and is garbage a moment later: a fifth of a megabyte of each long message became long-lived, and judging
 * took a tenth more processor time.
 */
const NOTHING_IS_BORN_OLD = '--no-allocation-site-pretenuring';

/** From here on V8 allocates every new object in short-lived memory, in this process. */
export function forgetSoon(): void {
  setFlagsFromString(NOTHING_IS_BORN_OLD);
}
