import type { Instant, KeptConcern, KeptLine, LocalDate, Outlived } from '../vocabulary';
import { moved } from './moved';
import type { RetentionTerms } from './terms';

/**
 * What of a line has outlived its term by `now`; null while a legal hold stands. Doubt keeps: an open concern, and one
 * with anything still to be done, has no end; an unknown age counts as the youngest; where several terms cover a
 * concern, the longest counts.
 */
export function findOutlived(kept: KeptLine, terms: RetentionTerms, now: Instant): Outlived | null {
  if (kept.held) return null;
  const isOver = (concern: KeptConcern) => {
    const until = keptUntil(concern, kept.bornOn, terms);
    return until !== null && until <= now;
  };
  return {
    line: kept.line,
    chatBefore: moved(now, { years: -terms.chat.years }),
    notesBefore: moved(now, { years: -terms.notes.years }),
    numberBefore: moved(now, { years: -terms.unknownNumbers.years }),
    concerns: kept.concerns.filter(isOver).map(({ id }) => id),
    keeps: kept.concerns
      .filter((concern) => !isOver(concern))
      .map(({ id, openedAt, closedAt }) => ({
        concern: id,
        from: moved(openedAt, { days: -terms.concerns.contextDays }),
        to: closedAt,
      })),
  };
}

/** When the words of a concern may go; null: there is no end in sight. */
export function keptUntil(concern: KeptConcern, bornOn: LocalDate | null, terms: RetentionTerms): Instant | null {
  const { closedAt, openedAt, nature, kinds, underWay } = concern;
  if (closedAt === null || underWay) return null;
  const { concerns, sexualAbuse, allegations } = terms;
  const ends = [moved(closedAt, { years: concerns.atLeastYears })];
  if (bornOn === null) ends.push(moved(closedAt, { years: concerns.ageUnknownYears }));
  else ends.push(moved(`${bornOn}T00:00:00.000Z`, { years: concerns.untilAge }));
  if (kinds.some((kind) => sexualAbuse.kinds.includes(kind))) ends.push(moved(openedAt, { years: sexualAbuse.years }));
  if (nature === 'allegation') {
    const untilTheirAge = allegations.untilAge - allegations.youngestAtTheTime;
    ends.push(moved(openedAt, { years: Math.max(untilTheirAge, allegations.atLeastYears) }));
  }
  return ends.toSorted().at(-1) ?? null;
}
