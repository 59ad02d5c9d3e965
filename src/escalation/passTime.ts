import type { Case, Instant, Outcome, Staffing } from '../vocabulary';
import { draftOf } from './progress';
import { settle } from './runDue';

/** Does everything of this case that is due by `now`, in order, with whoever stands where now. */
export function passTime(kase: Case, staffing: Staffing, now: Instant): Outcome {
  return settle(draftOf(kase, staffing, now));
}
