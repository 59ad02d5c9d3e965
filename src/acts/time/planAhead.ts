import type { YoungPersonId } from '../../vocabulary';
import { planWeeklyList } from '../concern/sendWeeklyList';
import type { ActContext } from '../context';
import { planEndingByAge } from '../person/planEndingByAge';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { planNextCheckIn } from '../talk/startCheckIn';

/** Looks at the whole organisation, again and again: the rota, who comes and goes, the numbers we give. */
const WATCHES = ['roster-watch', 'people-watch', 'contact-watch'] as const;

/**
 * Makes sure that everything the service does by itself stands in a row: the next check-in of every young person, the
 * day on which their age ends the work, the duty lead's weekly list, and the watches of the organisation. Idempotent:
 * what is planned already stays as it is, and where everything is, no line is locked.
 */
export async function planAhead(ctx: ActContext, what: { readonly watchRoster: boolean }): Promise<void> {
  const unplanned = await ctx.record.transaction(async (tx) => {
    await planForAll(ctx, tx, what);
    return withoutCheckIn(tx);
  });
  for (const id of unplanned) await ctx.record.transaction((tx) => planCheckInOf(ctx, tx, id));
}

async function planForAll(ctx: ActContext, tx: Stores, what: { readonly watchRoster: boolean }): Promise<void> {
  const roster = await tx.roster.snapshot();
  for (const person of roster.youngPeople) await planEndingByAge(ctx, tx, roster, person);
  await planWeeklyList(ctx, tx);
  if (!what.watchRoster) return;
  const dueAt = ctx.clock.now();
  for (const kind of WATCHES) {
    await planErrand(ctx, tx, { kind, subject: 'organisation', line: null, dueAt });
  }
}

async function withoutCheckIn(tx: Stores): Promise<readonly YoungPersonId[]> {
  const planned = new Set(await tx.errands.waitingFor('check-in'));
  const { youngPeople } = await tx.roster.snapshot();
  return youngPeople.filter(({ id, checkIns }) => checkIns.length > 0 && !planned.has(id)).map(({ id }) => id);
}

/** A transaction of its own for each: nobody's line is kept waiting for everybody's. */
async function planCheckInOf(ctx: ActContext, tx: Stores, id: YoungPersonId): Promise<void> {
  const roster = await tx.roster.snapshot();
  const person = roster.youngPeople.find((one) => one.id === id);
  if (!person) return;
  const line = await tx.lines.lockOf(id, ctx.clock.now(), ctx.ids.next());
  await planNextCheckIn(ctx, tx, roster, person, line);
}
