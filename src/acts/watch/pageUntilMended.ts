import { HOUR_MS, later, MINUTE_MS, type Event, type Instant } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';

/** Somebody asks every hour in every process; who hears of it, hears this often. */
const EMAIL_EVERY_MS = HOUR_MS - 5 * MINUTE_MS;
const TEXT_EVERY_MS = 24 * HOUR_MS;

/**
 * The service runs with something missing: leads and administrators hear of it until it is mended, by text once a day
 * and by e-mail every hour.
 */
export async function pageUntilMended(ctx: ActContext, what: { readonly missing: number }): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    if (!isDue(await tx.events.latest(null, 'unable-to-run-paged'), EMAIL_EVERY_MS, now)) return;
    const text = isDue(await tx.events.latest(null, 'unable-to-run-paged', { by: 'sms' }), TEXT_EVERY_MS, now);
    const by = text ? 'sms' : 'email';
    await tx.events.append({ line: null, name: 'unable-to-run-paged', at: now, data: { by, missing: what.missing } });
    const { practitioners } = await tx.roster.snapshot();
    const told = practitioners.filter((one) => one.roles.includes('duty-lead') || one.roles.includes('administrator'));
    for (const one of told) await sayToPractitioner(ctx, tx, one.id, 'unable-to-run', { link: ctx.mendingLink() }, by);
  });
}

function isDue(last: Event | null, everyMs: number, now: Instant): boolean {
  return last === null || later(last.at, everyMs) <= now;
}
