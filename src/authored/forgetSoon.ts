import { setFlagsFromString } from 'node:v8';

/**
 * What lives through a collection or two V8 takes for what stays, and makes its like among the old from then on, where
 * only a long collection finds it. A verdict in work happens to live through them, and is gone a moment later: a fifth
 * of a megabyte of each long message went among the old, and judging it took a tenth more of a processor.
 */
const NOTHING_IS_BORN_OLD = '--no-allocation-site-pretenuring';

/** Has V8 make whatever is made from here on among the young, in this process. */
export function forgetSoon(): void {
  setFlagsFromString(NOTHING_IS_BORN_OLD);
}
