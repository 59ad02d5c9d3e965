import type { Instant, Practitioner, PractitionerId, Roster } from '../../vocabulary';

/**
 * Whoever holds the lead's duty now; when nobody does, every lead and manager. Asks nothing but the rota's rows. Whoever
 * is left out is as if not there.
 */
export function leadsNow(roster: Roster, now: Instant, leftOut: PractitionerId | null = null): readonly Practitioner[] {
  const others = roster.practitioners.filter((one) => one.id !== leftOut);
  const onDuty = roster.shifts.filter((one) => one.duty === 'lead' && one.from <= now && now < one.to);
  const ids = new Set(onDuty.map((one) => one.practitioner));
  const held = others.filter((one) => ids.has(one.id));
  if (held.length > 0) return held;
  return others.filter((one) => one.roles.includes('duty-lead') || one.roles.includes('manager'));
}
