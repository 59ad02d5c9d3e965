import type { ActContext } from './context';
import { receiveMessage } from './receiveMessage';
import { endOutage } from './spoolMessage';

/**
 * The record may be back: every spooled message goes the ordinary way under the provider id it came with, in order
 * of arrival; what is kept is taken off the disk. One that still cannot be kept stays, and so do those behind it.
 */
export async function replaySpool(ctx: ActContext): Promise<number> {
  let replayed = 0;
  for (const { file, message } of await ctx.spool.waiting()) {
    const result = await receiveMessage({ ...ctx, spool: NEVER_AGAIN }, message).catch(() => null);
    if (!result) return replayed;
    await ctx.spool.remove(file);
    await ctx.record.transaction((tx) =>
      tx.events.append({ line: null, name: 'message-replayed', at: ctx.clock.now(), data: { file } }),
    );
    replayed += 1;
  }
  endOutage();
  return replayed;
}

/** A replay that fails leaves its file where it is: it is not spooled a second time. */
const NEVER_AGAIN: ActContext['spool'] = {
  keep: () => Promise.reject(new Error('a replayed message is on disk already')),
  waiting: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
};
