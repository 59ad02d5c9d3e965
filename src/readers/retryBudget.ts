/** At most one asking in ten is a second try, however much fails: trying again must not be what keeps a model down. */
const EARNED_BY_AN_ASKING = 0.1;
const MOST_SAVED = 3;

export interface RetryBudget {
  /** An asking begins: it earns its share. */
  earn(): void;
  /** True when one more try may be spent. */
  spend(): boolean;
}

/** A budget with as many second tries saved as there can be. */
export function createRetryBudget(): RetryBudget {
  let saved = MOST_SAVED;
  return {
    earn() {
      saved = Math.min(MOST_SAVED, saved + EARNED_BY_AN_ASKING);
    },
    spend() {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
