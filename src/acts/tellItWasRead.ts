import {
  atLeast,
  firstName,
  MINUTE_MS,
  msBetween,
  type Concern,
  type PractitionerId,
  type Roster,
} from '../vocabulary';
import { clockTime } from '../wording';
import type { ActContext } from './context';
import { practitionerOf, youngPersonOf } from './findStaff';
import type { Stores } from './ports';
import { languageOf, sayToYoungPerson } from './sayToYoungPerson';

/** If they wrote this recently they are told at once, at any hour; else at their next safe hour. */
const WROTE_RECENTLY_MS = 30 * MINUTE_MS;

/** "Sam read your message at 7.40. No need to say it again." */
export async function tellItWasRead(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  by: PractitionerId,
): Promise<void> {
  if (!atLeast(concern.level, 'urgent')) return;
  const now = ctx.clock.now();
  const line = await tx.lines.lock(concern.line);
  const reader = practitionerOf(roster, by);
  if (!reader) return;
  const recently = line.lastHeardAt !== null && msBetween(line.lastHeardAt, now) <= WROTE_RECENTLY_MS;
  const language = languageOf(roster, line);
  const locale = { zone: roster.organisation.timeZone, language };
  const say = ctx.wording.fill('read-by-human', {
    language,
    style: youngPersonOf(roster, line)?.style ?? 'ordinary',
    channel: line.lastChannel === 'web' ? 'web' : 'sms',
    values: { who: firstName(reader), time: clockTime(now, locale) },
  });
  const said = await sayToYoungPerson(ctx, tx, {
    line,
    say,
    channel: line.lastChannel,
    concern,
    atAnyHour: recently,
  });
  ctx.nudge({ kind: 'delivery', id: said.id });
}
