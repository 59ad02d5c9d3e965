import type { Instant, Practitioner, Roster } from '../../vocabulary';

/** Whoever holds the lead's duty now; when nobody does, every lead and manager. Asks nothing but the rota's rows. */
export function leadsNow(roster: Roster, now: Instant): readonly Practitioner[] {
  const onDuty = roster.shifts.filter((one) => one.duty === 'lead' && one.from <= now && now < one.to);
  const ids = new Set(onDuty.map((one) => one.practitioner));
  const held = roster.practitioners.filter((one) => ids.has(one.id));
  if (held.length > 0) return held;
  return roster.practitioners.filter((one) => one.roles.includes('duty-lead') || one.roles.includes('manager'));
}
