import type { Practitioner, Role, Roster, YoungPerson } from '../../vocabulary';
import type { ActContext } from '../context';
import { staffingNow } from '../who/staffingNow';

/** Whose office is every young person of the service. */
const OFFICES: readonly Role[] = ['coordinator', 'duty-lead', 'manager'];

export const holdsOffice = ({ roles }: Practitioner): boolean => roles.some((role) => OFFICES.includes(role));

/** Their practitioner, whoever stands in now, and those whose office is every young person; nobody in conflict. */
export function hasPart(ctx: ActContext, roster: Roster, person: YoungPerson, practitioner: Practitioner): boolean {
  const { id, leftAt } = practitioner;
  if (leftAt !== null || person.conflicts.includes(id)) return false;
  const { mentor, cover, coordinator, lead, second, manager } = staffingNow(ctx, roster, person.id);
  const standing = [mentor, cover, coordinator, lead, second, manager].map((one) => one?.practitioner.id);
  return standing.includes(id) || holdsOffice(practitioner);
}
