import type { DueWork } from '../vocabulary';

/** Something to look at again: never more than its kind and its row's id. */
export interface Work {
  readonly kind: DueWork['kind'];
  readonly id: string;
}

/**
 * Looks at one row under its lock and does what is due there, or nothing when nothing is any more. Must be safe to
 * call twice, from two processes, at any time.
 */
export type Perform = (work: Work) => Promise<void>;

/** One word for a piece of work, the same for the same row. */
export function keyOf(work: Work): string {
  return `${work.kind}:${work.id}`;
}
