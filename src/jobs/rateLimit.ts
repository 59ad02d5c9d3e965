/** How often something may be tried. */
export interface Rate {
  readonly atMost: number;
  readonly perMs: number;
}

/**
 * Counts tries in windows of `perMs`. True while there is room, and then the try is counted. `key` says who tries
 * what; it must already be a keyed hash where it stands for a person, a number or an address.
 */
export type RateLimit = (key: string, rate: Rate) => Promise<boolean>;
