import type { Practitioner } from '../../vocabulary';

/** Those who answer for what is kept and what is destroyed. */
export const answersForKeeping = ({ roles }: Practitioner): boolean =>
  roles.includes('administrator') || roles.includes('data-protection-lead');
