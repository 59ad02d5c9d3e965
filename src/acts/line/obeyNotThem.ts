import { addWorkingDays, localDateOf, localTimeOf, momentOf } from '../../rota';
import type { Instant, Line, PractitionerId, Roster } from '../../vocabulary';
import { sayWhen } from '../../wording';
import { leaveOut } from '../concern/shutOutTheAccused';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { leadsInOrder } from '../who/leadsInOrder';

/**
 * "Not Martin", with no harm told: obeyed at once for everything that follows and for what is open. The lead is told,
 * and a human checks by the second safe way within one working day, because somebody holding the phone could use this
 * to cut the young person off. `them` null takes the wish back.
 */
export async function obeyNotThem(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  them: readonly PractitionerId[] | null,
): Promise<Line> {
  const now = ctx.clock.now();
  const undo = them === null;
  const notThem = undo ? [] : [...new Set([...line.notThem, ...them])];
  await tx.events.append({ line: line.id, name: 'not-them-asked', at: now, data: { undo, who: notThem } });
  if (undo) await tx.errands.cancel('human-check-of-not-them', line.id, now);
  else {
    await leaveOut(ctx, tx, roster, line, notThem, { anyAdult: false, saidAt: now });
    await planHumanCheck(ctx, tx, roster, { ...line, notThem });
  }
  return { ...line, notThem };
}

async function planHumanCheck(ctx: ActContext, tx: Stores, roster: Roster, line: Line): Promise<void> {
  const { timeZone, area } = roster.organisation;
  const now = ctx.clock.now();
  const day = addWorkingDays(localDateOf(now, timeZone), 1, area);
  const dueAt = momentOf(day, localTimeOf(now, timeZone), timeZone);
  const planned = await planErrand(ctx, tx, {
    kind: 'human-check-of-not-them',
    subject: line.id,
    line: line.id,
    dueAt,
  });
  if (planned) await tellLead(ctx, tx, roster, line, dueAt);
}

/** One working day has gone by: the lead is reminded that a human has to have checked. */
export async function remindOfNotThem(ctx: ActContext, tx: Stores, lineId: string): Promise<void> {
  const line = await tx.lines.read(lineId);
  if (line.notThem.length > 0) await tellLead(ctx, tx, await tx.roster.snapshot(), line, ctx.clock.now());
}

/** Whoever leads, unless it is they who are not wanted. */
async function tellLead(ctx: ActContext, tx: Stores, roster: Roster, line: Line, by: Instant): Promise<void> {
  const now = ctx.clock.now();
  const lead = leadsInOrder(roster, now).find((one) => !line.notThem.includes(one));
  if (!lead) return;
  const time = sayWhen(by, now, { zone: roster.organisation.timeZone, language: 'en' });
  await sayToPractitioner(ctx, tx, lead, 'check-not-them', { time, link: ctx.caseloadLink() });
}
