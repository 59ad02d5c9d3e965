import type { Practitioner } from '../../vocabulary';

/** Those who answer for what is kept and what is destroyed. */
export const answersForKeeping = ({ roles }: Practitioner): boolean =>
  roles.includes('administrator') || roles.includes('data-protection-lead');

/** Those who are paged when the service needs mending. */
export const looksAfterService = ({ roles }: Practitioner): boolean =>
  roles.includes('administrator') || roles.includes('duty-lead');
