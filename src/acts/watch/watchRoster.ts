import { findRosterGaps } from '../../rota';
import { HOUR_MS, later } from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';

const LOOK_AHEAD_HOURS = 72;

/** Every hour: a duty uncovered within 72 hours is an error that leads and administrators hear of until mended. */
export async function watchRoster(ctx: ActContext, tx: Stores): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  await planErrand(ctx, tx, { kind: 'roster-watch', subject: 'organisation', line: null, dueAt: later(now, HOUR_MS) });
  const gaps = findRosterGaps(roster, now, LOOK_AHEAD_HOURS).filter((one) => one.gap === 'uncovered');
  if (gaps.length === 0) return;
  await tx.events.append({ line: null, name: 'roster-gap-found', at: now, data: { gaps: gaps.length } });
  const told = roster.practitioners.filter(
    (one) => one.roles.includes('duty-lead') || one.roles.includes('administrator'),
  );
  const from = gaps[0]?.from ?? now;
  const time = sayWhen(from, now, { zone: roster.organisation.timeZone, language: 'en' });
  const values = { time, link: ctx.rotaLink() };
  for (const one of told) await sayToPractitioner(ctx, tx, one.id, 'roster-gap', values, 'email');
}
