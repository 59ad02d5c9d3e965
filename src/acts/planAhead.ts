import type { ActContext } from './context';
import { planEndingByAge } from './planEndingByAge';
import { planWeeklyList } from './sendWeeklyList';
import { planNextCheckIn } from './startCheckIn';

/** Looks at the whole organisation, again and again: the rota, who comes and goes, the numbers we give. */
const WATCHES = ['roster-watch', 'people-watch', 'contact-watch'] as const;

/**
 * Makes sure that everything the service does by itself stands in a row: the next check-in of every young person, the
 * day on which their age ends the work, the duty lead's weekly list, and the watches of the organisation. Idempotent:
 * what is planned already stays as it is.
 */
export async function planAhead(ctx: ActContext, what: { readonly watchRoster: boolean }): Promise<void> {
  const { youngPeople } = await ctx.record.transaction((tx) => tx.roster.snapshot());
  for (const { id } of youngPeople) {
    await ctx.record.transaction(async (tx) => {
      const roster = await tx.roster.snapshot();
      const person = roster.youngPeople.find((one) => one.id === id);
      if (!person) return;
      await planEndingByAge(ctx, tx, roster, person);
      if (person.checkIns.length === 0) return;
      const line = await tx.lines.lockOf(person.id, ctx.clock.now(), ctx.ids.next());
      await planNextCheckIn(ctx, tx, roster, person, line);
    });
  }
  await ctx.record.transaction((tx) => planWeeklyList(ctx, tx));
  if (!what.watchRoster) return;
  const dueAt = ctx.clock.now();
  for (const kind of WATCHES) {
    await ctx.record.transaction((tx) =>
      tx.errands.add({ id: ctx.ids.next(), kind, subject: 'organisation', line: null, dueAt, doneAt: null }),
    );
  }
}
