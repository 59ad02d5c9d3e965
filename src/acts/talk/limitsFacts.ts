import {
  DAY_MS,
  msBetween,
  type Facts,
  type Instant,
  type Line,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import type { Stores } from '../stores';

/** The full statement is shown again after this long. */
const FULL_AGAIN_MS = 28 * DAY_MS;

/**
 * Whether the statement of limits is due in full: the first time, after 28 days, after a change of person or of its
 * wording, and after anything was shared (CONVERSATION, Fixed).
 */
export async function limitsFacts(
  tx: Stores,
  line: Line,
  person: YoungPerson | null,
  roster: Roster,
  now: Instant,
): Promise<Facts['limits']> {
  const [shown, decided] = await Promise.all([
    tx.events.latest(line.id, 'limits-shown', { form: 'full' }),
    tx.events.latest(line.id, 'decision-recorded', { referred: true }),
  ]);
  if (!shown) return { lastFullAt: null, dueInFull: true };
  const old = msBetween(shown.at, now) >= FULL_AGAIN_MS;
  const changed = shown.data['people'] !== peopleOf(person, roster);
  const sharedSince = decided !== null && decided.at > shown.at;
  return { lastFullAt: shown.at, dueInFull: old || changed || sharedSince };
}

/** Whose names the statement speaks of besides tonight's lead; a change of one of them is told in full again. */
export function peopleOf(person: YoungPerson | null, roster: Roster): string {
  const coordinators = roster.practitioners.filter((one) => one.roles.includes('coordinator')).map((one) => one.id);
  return [person?.mentor ?? 'nobody', ...coordinators].join(' ');
}
