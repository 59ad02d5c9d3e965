import type { Leave, Practitioner, PractitionerId, Role } from '../../vocabulary';

/** Those who may write down anybody's leave, and take it back; everybody may their own. */
const KEEPS_THE_ROTA: readonly Role[] = ['coordinator', 'duty-lead', 'manager', 'administrator'];

/** Whether the leave of everybody is this reader's to keep. */
export function keepsTheRota({ roles }: Practitioner): boolean {
  return roles.some((role) => KEEPS_THE_ROTA.includes(role));
}

/** Whether this practitioner's leave is the reader's to write down and to take back. */
export function keepsLeaveOf(reader: Practitioner, practitioner: PractitionerId): boolean {
  return reader.id === practitioner || keepsTheRota(reader);
}

/** Whether this very leave stands on the rota. */
export function isOnLeave({ leave }: Practitioner, { from, to }: Leave): boolean {
  return leave.some((one) => one.from === from && one.to === to);
}
