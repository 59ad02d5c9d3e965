import { firstName, type Concern, type PractitionerId, type Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import { textsHaveEnded } from '../say/canBeTexted';
import { howToSayTo } from '../say/howToSayTo';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import { wroteRecently } from '../say/wroteRecently';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { keepCommitments } from './keepCommitments';

/**
 * They were told that we are late and would hear who has it: now somebody does, and that is kept. Where nothing was
 * admitted nothing is said: that it was read is what they wait for.
 */
export async function tellWhoHasIt(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  by: PractitionerId,
): Promise<void> {
  const reader = practitionerOf(roster, by);
  const open = await tx.commitments.openOf(concern.line);
  const isOwed = open.some((one) => one.concern === concern.id && one.what === 'will-text');
  if (!reader || !isOwed || concern.case.holder !== by) return;
  const line = await tx.lines.lock(concern.line);
  if (textsHaveEnded(line)) return;
  const say = ctx.wording.fill('who-has-it', { ...howToSayTo(roster, line), values: { who: firstName(reader) } });
  const atAnyHour = wroteRecently(line, ctx.clock.now());
  await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern, atAnyHour });
  await keepCommitments(ctx, tx, concern, ['will-text']);
}
