import type { IdentityTerms, Instant } from '../vocabulary';
import { moved } from './moved';
import type { RetentionTerms } from './terms';

/**
 * The moments before which names, numbers and texts of people who work here, or no longer come, have outlived their
 * terms. What a rule heard something in, and nobody can say to which concern it belongs, has the longest term there is.
 */
export function identitiesOutlived(terms: RetentionTerms, now: Instant): IdentityTerms {
  const { chat, notes, concerns, sexualAbuse, allegations, leavers, youngLeavers, staffTexts } = terms;
  const before = (years: number) => moved(now, { years: -years });
  const longest = Math.max(
    chat.years,
    notes.years,
    staffTexts.years,
    concerns.atLeastYears,
    concerns.ageUnknownYears,
    sexualAbuse.years,
    allegations.atLeastYears,
    allegations.untilAge - allegations.youngestAtTheTime,
  );
  return {
    contactsBefore: before(leavers.contactYears),
    namesBefore: before(leavers.nameYears),
    youngPeopleBefore: before(youngLeavers.years),
    staffTextsBefore: before(staffTexts.years),
    weightyTextsBefore: before(longest),
  };
}
