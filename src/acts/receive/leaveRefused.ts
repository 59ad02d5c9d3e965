import { HOUR_MS, msBetween } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Spooled } from '../ports';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { leadsNow } from '../who/leadsNow';
import { keepPlainly } from './keepPlainly';

/** Whoever mends, and whoever leads while a text can be kept in no way, hears of it this often. */
const ONE_PAGE_MS = HOUR_MS;

export interface Refused extends Pick<Spooled, 'file'> {
  /** What broke when it was received in the ordinary way. */
  readonly refusal: unknown;
  readonly leftMs: () => number;
}

/**
 * The record answers, and refuses this one message: somebody may have told us something, and nobody has read it. It is
 * kept by the plainest way there is, which leaves it to a human with that pathway's clocks; where even that is refused it
 * stays on the disk, and whoever leads is paged. Administrators hear of both. Gives how many were kept.
 */
export async function leaveRefused(ctx: ActContext, { file, refusal, leftMs }: Refused): Promise<number> {
  return ctx.inTurn(`spooled ${file}`, async () => {
    const waiting = await ctx.spool.read(file);
    const withinMs = leftMs();
    if (waiting === null || withinMs <= 0) return 0;
    const isKept = await keepPlainly(ctx, waiting.message, { refusal, withinMs }).catch((error: unknown) => {
      ctx.log.error({ error }, 'a spooled message could not be kept in any way: it stays on this disk');
      return false;
    });
    await reportRefused(ctx, { file, isKept });
    if (!isKept) return 0;
    await ctx.spool.remove(file);
    return 1;
  });
}

/** Neither page says whose message it is, or what it holds. */
async function reportRefused(
  ctx: ActContext,
  { file, isKept }: { readonly file: string; readonly isKept: boolean },
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const isToMend = await isPageDue(ctx, tx, { mends: true });
    const isToLead = !isKept && (await isPageDue(ctx, tx, { leads: true }));
    if (!isKept && !isToMend && !isToLead) return;
    const data = { file, kept: isKept, mends: isToMend, leads: isToLead };
    await tx.events.append({ line: null, name: 'message-refused', at: ctx.clock.now(), data });
    const link = ctx.mendingLink();
    const roster = await tx.roster.snapshot();
    const menders = isToMend ? roster.practitioners.filter(({ roles }) => roles.includes('administrator')) : [];
    for (const one of menders) await sayToPractitioner(ctx, tx, one.id, 'unable-to-run', { link });
    const leads = isToLead ? leadsNow(roster, ctx.clock.now()) : [];
    for (const one of leads) await sayToPractitioner(ctx, tx, one.id, 'outage', { link });
  });
}

async function isPageDue(ctx: ActContext, tx: Stores, paged: { readonly [who: string]: true }): Promise<boolean> {
  const last = await tx.events.latest(null, 'message-refused', paged);
  return last === null || msBetween(last.at, ctx.clock.now()) >= ONE_PAGE_MS;
}
