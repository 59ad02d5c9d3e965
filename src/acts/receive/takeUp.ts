import { codeOf } from '../../errors';
import { SECOND_MS } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Spooled } from '../ports';
import { commitMessage } from './commitMessage';
import { findPractitioner } from './findPractitioner';
import { leaveRefused } from './leaveRefused';
import { receiveStaffReply } from './receiveStaffReply';

/** The record is there but had no time for it: it may have at the next try. */
const TOO_SLOW = new Set(['record-too-slow', 'no-time-left', '57014']);

/**
 * What one person sent while the record was away goes the ordinary way under the provider ids it came with, one after the
 * other; what is kept is taken off the disk. Gives how many were. Throws when the record is away or too slow: then that one
 * stays, and so do those behind it. One that is refused twice while the record answers is left to people (`leaveRefused`),
 * and nobody's later words wait behind it: where it stays on the disk and is kept at last, it stands where it came.
 */
export async function takeUp(ctx: ActContext, waiting: readonly Spooled[], leftMs: () => number): Promise<number> {
  let taken = 0;
  for (const { file } of waiting) {
    try {
      taken += await takeUpOne(ctx, file, leftMs);
    } catch (error) {
      await throwUnlessItsOwnFault(ctx, error);
      taken += await takeUpOne(ctx, file, leftMs).catch(async (again: unknown) => {
        await throwUnlessItsOwnFault(ctx, again);
        ctx.log.error({ error: again }, 'a spooled message is refused by the record: those behind it go on');
        return leaveRefused(ctx, { file, refusal: again, leftMs });
      });
    }
  }
  return taken;
}

async function throwUnlessItsOwnFault(ctx: ActContext, error: unknown): Promise<void> {
  if (TOO_SLOW.has(codeOf(error)) || !(await recordAnswers(ctx))) throw error;
}

/** Whether anything at all can be committed now. */
export async function recordAnswers(ctx: ActContext): Promise<boolean> {
  const asked = ctx.record.transaction(() => Promise.resolve(true), { timeoutMs: SECOND_MS });
  return asked.catch(() => false);
}

/** One at a time a file, whoever asks: what another has received meanwhile is there no more. */
function takeUpOne(ctx: ActContext, file: string, leftMs: () => number): Promise<number> {
  return ctx.inTurn(`spooled ${file}`, async () => {
    const waiting = await ctx.spool.read(file);
    if (waiting === null) return 0;
    const { message, answered } = waiting;
    const data = { provider: message.providerId, arrivedAt: message.receivedAt, answered };
    const committed = await commitMessage(ctx, message, {
      findElse: (tx) => findPractitioner(tx, message),
      withinMs: leftMs(),
      // What they were answered while the record was away stands in their chain, for there is no delivery of it.
      note: (tx, line) => tx.events.append({ line, name: 'message-replayed', at: ctx.clock.now(), data }),
    });
    if ('found' in committed) await receiveStaffReply(ctx, committed.found, message);
    await ctx.spool.remove(file);
    return 1;
  });
}
