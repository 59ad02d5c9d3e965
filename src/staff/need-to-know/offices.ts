import { onDuty } from '../../rota';
import type { Duty, Instant, Practitioner, Roster } from '../../vocabulary';

/** Those who answer for what is kept and what is destroyed. */
export const answersForKeeping = ({ roles }: Practitioner): boolean =>
  roles.includes('administrator') || roles.includes('data-protection-lead');

/** Those who are paged when the service needs mending. */
export const looksAfterService = ({ roles }: Practitioner): boolean =>
  roles.includes('administrator') || roles.includes('duty-lead');

const DECIDING_DUTIES: readonly Duty[] = ['lead', 'second', 'manager'];

/** Those who look over everybody's work: duty leads, managers, and whoever holds one of their duties now. */
export const looksOverWork = ({ id, roles }: Practitioner, roster: Roster, now: Instant): boolean =>
  roles.includes('duty-lead') ||
  roles.includes('manager') ||
  DECIDING_DUTIES.some((duty) => onDuty(roster, duty, now) === id);
