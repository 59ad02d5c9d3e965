import { MINUTE_MS, msBetween, type Instant } from '../../../vocabulary';
import type { WebSession } from '../ports';

/** What was said stays on the page this long after the young person last did something. */
const LIVE_FOR_MS = 15 * MINUTE_MS;

/** Whether what was said may still be on the page. */
export function isLive(session: WebSession, now: Instant): boolean {
  return msBetween(session.activeAt, now) < LIVE_FOR_MS;
}

/** The session after the young person did something: the same stretch goes on, or a new, empty one starts. */
export function touch(session: WebSession, now: Instant): WebSession {
  return { ...session, activeAt: now, liveSince: isLive(session, now) ? session.liveSince : now };
}

/** A check word counts for the stretch it was given in, so a page left alone asks for it again. */
export function owesCheckWord(session: WebSession, checkWord: string | null, now: Instant): boolean {
  if (checkWord === null) return false;
  return !isLive(session, now) || session.checkedAt === null || session.checkedAt < session.liveSince;
}

/** How a person types a word on a phone must not matter. */
export function sameCheckWord(given: string, expected: string): boolean {
  return plain(given) === plain(expected);
}

function plain(word: string): string {
  return word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
