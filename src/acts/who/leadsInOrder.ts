import { onDuty } from '../../rota';
import type { Instant, PractitionerId, Roster } from '../../vocabulary';

/**
 * Those on duty now who decide, in the order in which they are asked: lead, second, manager. A seat nobody has is left
 * out.
 */
export function leadsInOrder(roster: Roster, now: Instant): readonly PractitionerId[] {
  return (['lead', 'second', 'manager'] as const).flatMap((duty) => onDuty(roster, duty, now) ?? []);
}
