import type { ActContext } from '../context';
import { receiveMessage, type Received } from './receiveMessage';
import { endOutage } from './spoolMessage';

/**
 * The record may be back: every spooled message goes the ordinary way under the provider id it came with, in order
 * of arrival; what is kept is taken off the disk. One that still cannot be kept stays, and so do those behind it.
 */
export async function replaySpool(ctx: ActContext): Promise<number> {
  let replayed = 0;
  for (const { file, message, answered } of await ctx.spool.waiting()) {
    const result = await receiveMessage({ ...ctx, spool: NEVER_AGAIN }, message).catch(() => null);
    if (!result) return replayed;
    await ctx.spool.remove(file);
    await noteReplay(ctx, result, { provider: message.providerId, arrivedAt: message.receivedAt, answered });
    replayed += 1;
  }
  endOutage();
  return replayed;
}

/** What they were answered while the record was away stands in their chain, for there is no delivery of it. */
async function noteReplay(
  ctx: ActContext,
  result: Received,
  data: { readonly provider: string; readonly arrivedAt: string; readonly answered: string | null },
): Promise<void> {
  const line = result.received === 'kept' ? result.line : null;
  await ctx.record.transaction((tx) => tx.events.append({ line, name: 'message-replayed', at: ctx.clock.now(), data }));
}

/** A replay that fails leaves its file where it is: it is not spooled a second time. */
const NEVER_AGAIN: ActContext['spool'] = {
  keep: () => Promise.reject(new Error('a replayed message is on disk already')),
  waiting: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
};
