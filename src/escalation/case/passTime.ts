import type { Case, Instant, Outcome, Staffing } from '../../vocabulary';
import { settle } from '../due/runDue';
import { draftOf } from '../standing/progress';

/** Does everything of this case that is due by `now`, in order, with whoever stands where now. */
export function passTime(kase: Case, staffing: Staffing, now: Instant): Outcome {
  return settle(draftOf(kase, staffing, now));
}
