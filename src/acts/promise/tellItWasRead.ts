import { atLeast, firstName, type Concern, type Delivery, type PractitionerId, type Roster } from '../../vocabulary';
import { clockTime } from '../../wording';
import type { ActContext } from '../context';
import { howToSayTo } from '../say/howToSayTo';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import { wroteRecently } from '../say/wroteRecently';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';

const TEMPLATE = 'read-by-human';

/**
 * "Sam read your message at 7.40. No need to say it again." At once, at any hour, if they wrote a moment ago; else at
 * their next safe hour. Once for the same words: what has to be read afresh without a new one is between us.
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
  if (!reader || (await knowsAlready(tx, concern))) return;
  const how = howToSayTo(roster, line);
  const locale = { zone: roster.organisation.timeZone, language: ctx.wording.languageOf(TEMPLATE, how.language) };
  const values = { who: firstName(reader), time: clockTime(now, locale) };
  const say = ctx.wording.fill(TEMPLATE, { ...how, values });
  const atAnyHour = wroteRecently(line, now);
  await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern, atAnyHour });
}

/** They were told that somebody read it, and have said nothing since that belongs to it. */
async function knowsAlready(tx: Stores, concern: Concern): Promise<boolean> {
  const newest = await tx.messages.get(concern.messages.at(-1) ?? '');
  if (!newest) return false;
  const said = await tx.deliveries.ofLine(concern.line, newest.receivedAt);
  return said
    .filter((one) => one.template === TEMPLATE && one.concern === concern.id && !NEVER_CAME.includes(one.state))
    .some((one) => one.createdAt > newest.receivedAt);
}

const NEVER_CAME: readonly Delivery['state'][] = ['withdrawn', 'failed', 'undelivered'];
