import type { YoungPerson } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { isUnanswered } from './checkInRecord';

/** How many check-ins in a row may stay unanswered before the mentor is told. */
const MISSED_IN_A_ROW = 2;

/** Two check-ins went by without a word: the mentor hears of it, the young person hears nothing of guilt. */
export async function noticeGoingQuiet(ctx: ActContext, tx: Stores, person: YoungPerson): Promise<void> {
  const [, ...earlier] = await tx.checkIns.latestOf(person.id, MISSED_IN_A_ROW + 1);
  const missed = earlier.length >= MISSED_IN_A_ROW && earlier.every(isUnanswered);
  if (!missed) return;
  const now = ctx.clock.now();
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  const told = await tx.events.latest(line.id, 'going-quiet-told');
  const since = earlier[earlier.length - 1]?.startedAt ?? now;
  if (told && told.at >= since) return;
  await tx.events.append({
    line: line.id,
    name: 'going-quiet-told',
    at: now,
    data: { practitioner: person.mentor, count: earlier.length },
  });
  await sayToPractitioner(ctx, tx, person.mentor, 'going-quiet', { link: ctx.caseloadLink() });
}
