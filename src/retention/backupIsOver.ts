import type { Instant } from '../vocabulary';
import { moved } from './moved';
import type { RetentionTerms } from './terms';

/** Whether a backup made then is to be thrown away by now. */
export function backupIsOver(madeAt: Instant, terms: RetentionTerms, now: Instant): boolean {
  return moved(madeAt, { days: terms.backups.days }) <= now;
}
