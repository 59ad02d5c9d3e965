import { atLeast, firstName, type Concern, type PractitionerId, type Roster } from '../vocabulary';
import { clockTime } from '../wording';
import type { ActContext } from './context';
import { practitionerOf, youngPersonOf } from './findStaff';
import type { Stores } from './stores';
import { languageOf, sayToYoungPerson } from './sayToYoungPerson';
import { wroteRecently } from './wroteRecently';

/**
 * "Sam read your message at 7.40. No need to say it again." At once, at any hour, if they wrote a moment ago; else at
 * their next safe hour.
 */
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
  const language = languageOf(roster, line);
  const locale = {
    zone: roster.organisation.timeZone,
    language: ctx.wording.languageOf('read-by-human', language),
  };
  const say = ctx.wording.fill('read-by-human', {
    language,
    style: youngPersonOf(roster, line)?.style ?? 'ordinary',
    channel: line.lastChannel === 'web' ? 'web' : 'sms',
    values: { who: firstName(reader), time: clockTime(now, locale) },
  });
  await sayToYoungPerson(ctx, tx, {
    line,
    say,
    channel: line.lastChannel,
    concern,
    atAnyHour: wroteRecently(line, now),
  });
}
