import { findOutlived } from '../../retention';
import { later, SECOND_MS, type LineId } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';

/** So many lines are looked through at a time, so far apart: whoever writes at night never stands behind all of them. */
const AT_A_TIME = 200;
const APART_MS = 20 * SECOND_MS;

/**
 * Every line that may hold words older than the shortest term gets an errand of its own, so that each is locked briefly.
 * Looks through some lines behind this one ('': from the first), and plans the look at the next ones.
 */
export async function lookForOutlived(ctx: ActContext, tx: Stores, behind: LineId | ''): Promise<void> {
  if (ctx.retention === null) return;
  const now = ctx.clock.now();
  const nobodys = { line: '', bornOn: null, held: false, concerns: [] };
  const shortest = findOutlived(nobodys, ctx.retention, now)!.chatBefore;
  const { found, last } = await tx.retention.linesWithWordsBefore(shortest, behind, AT_A_TIME);
  for (const line of found) await planErrand(ctx, tx, { kind: 'destroy-words', subject: line, line, dueAt: now });
  if (last === null) return;
  await planErrand(ctx, tx, {
    kind: 'look-for-outlived',
    subject: last,
    line: null,
    dueAt: later(now, APART_MS),
  });
}

/**
 * Destroys the words of one line that have outlived their term, under the line's lock: what keeps them (a hold, an open
 * concern, a text that has not gone) is asked at this very moment. What went stands in the line's chain, as counts and
 * the date of the terms: together these are the destruction log. It is noted beside the backups before it is done, so
 * that a restored one does not bring it back.
 */
export async function destroyOutlived(ctx: ActContext, tx: Stores, line: LineId): Promise<void> {
  if (ctx.retention === null) return;
  const at = ctx.clock.now();
  const outlived = findOutlived(await tx.retention.lookAt(line), ctx.retention, at);
  if (outlived === null) return;
  const counts = await tx.retention.destroy(outlived);
  if (Object.values(counts).every((count) => count === 0)) return;
  const { approvedBy, approvedOn } = ctx.retention;
  await ctx.erasures.note({ is: 'words', at, outlived, by: { approvedBy, approvedOn } });
  const data = { ...counts, approvedOn, approvedBy };
  await tx.events.append({ line, name: 'words-destroyed', at, data });
}
