/** Files of tests, below test/ and without their ending, that begin before all others. */
export const LONGEST: readonly string[];
