import { MINUTE_MS, msBetween, type Instant } from '../vocabulary';

/** The same trouble pages again after this long; trouble of a new kind at once. */
const AGAIN_AFTER_MS = 30 * MINUTE_MS;

/** Decides when trouble is worth another page. */
export interface Pager {
  /** Pages when any of this trouble is new or old enough; with none, the next trouble is new again. */
  hear(trouble: readonly string[], now: Instant): Promise<void>;
}

/** `page` gives how many phones were reached; when none were, the next look pages again. */
export function createPager(page: () => Promise<number>): Pager {
  let told: readonly string[] = [];
  let pagedAt: Instant | null = null;
  return {
    async hear(trouble, now) {
      if (trouble.length === 0) {
        told = [];
        pagedAt = null;
        return;
      }
      const known = trouble.every((one) => told.includes(one));
      if (known && pagedAt !== null && msBetween(pagedAt, now) < AGAIN_AFTER_MS) return;
      if ((await page()) === 0) return;
      told = [...new Set([...told, ...trouble])];
      pagedAt = now;
    },
  };
}
