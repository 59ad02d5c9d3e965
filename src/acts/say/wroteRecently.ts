import { MINUTE_MS, msBetween, type Instant, type Line } from '../../vocabulary';

/** They wrote this recently: what answers it may come at any hour (CONVERSATION, "Never silence"). */
const RECENTLY_MS = 30 * MINUTE_MS;

/** Whether they are still there to be answered: then no hour is too late to say something to them. */
export function wroteRecently(line: Line, now: Instant): boolean {
  return line.lastHeardAt !== null && msBetween(line.lastHeardAt, now) <= RECENTLY_MS;
}
