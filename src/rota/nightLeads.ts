import type { Instant, PractitionerId, Roster } from '../vocabulary';
import { addDays, localDateOf, momentOf } from './localTime';
import { isNight, NIGHT } from './night';
import { onDuty } from './staffingFor';

/** Who may have to read at night before they next speak of it with their mentor. */
const NIGHTS_AHEAD = 28;

/** Duty leads of the coming nights, each once, the first night's first: a young person hears their names beforehand. */
export function nightLeads(roster: Roster, now: Instant): readonly PractitionerId[] {
  const { timeZone } = roster.organisation;
  const today = localDateOf(now, timeZone);
  const evenings = Array.from({ length: NIGHTS_AHEAD }, (_, night) =>
    momentOf(addDays(today, night), '23:00', timeZone),
  );
  return [...new Set(evenings.flatMap((evening) => onDuty(roster, 'lead', evening) ?? []))];
}

/** The duty lead now, when it is night; by day whoever leads as the coming night begins. Null: nobody on the rota. */
export function leadTonight(roster: Roster, now: Instant): PractitionerId | null {
  const { timeZone } = roster.organisation;
  const at = isNight(now, timeZone) ? now : momentOf(localDateOf(now, timeZone), NIGHT.from, timeZone);
  return onDuty(roster, 'lead', at);
}
