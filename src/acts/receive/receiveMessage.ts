import { msBetween, type IncomingMessage } from '../../vocabulary';
import { COMMIT_WITHIN_MS, type ActContext } from '../context';
import type { Stores } from '../stores';
import { commitMessage, type Committed } from './commitMessage';
import { senderKey } from './inTurn';
import { receiveEarlier } from './receiveEarlier';
import { spoolMessage } from './spoolMessage';

export type Received =
  | Committed
  /** The record is away: sealed on disk, replayed later under the same provider id. */
  | { readonly received: 'spooled' };

/**
 * Keeps, judges and, when a human must know, tells: one transaction under the line's lock, committed before the
 * carrier gets its 200. When the record cannot commit in five seconds the message is spooled; only when the spool
 * fails too does this throw, so that the carrier uses its fallback address.
 */
export function receiveMessage(ctx: ActContext, incoming: IncomingMessage): Promise<Received> {
  return receiveUnless<never>(ctx, incoming, () => Promise.resolve(null));
}

/**
 * The same, unless `findElse` finds, in the same transaction, that it is no young person's: then nothing is kept here, and
 * what it found comes back. While the record is away nothing is found, and what came is spooled.
 *
 * Texts of one sender are received one after the other, and what waits on this disk of the same person before any new one:
 * all of it within the five seconds, so that one that waited for others does not keep the carrier longer.
 */
export async function receiveUnless<Else>(
  ctx: ActContext,
  incoming: IncomingMessage,
  findElse: (tx: Stores) => Promise<Else | null>,
): Promise<Received | Else> {
  const cameAt = ctx.clock.now();
  const leftMs = () => COMMIT_WITHIN_MS - msBetween(cameAt, ctx.clock.now());
  return ctx.inTurn(senderKey(incoming.sender), async () => {
    try {
      await receiveEarlier(ctx, incoming, leftMs);
      const committed = await commitMessage(ctx, incoming, { findElse, withinMs: leftMs() });
      return 'found' in committed ? committed.found : committed;
    } catch (error) {
      ctx.log.error({ error, provider: incoming.provider }, 'the record did not commit a message: spooling it');
      await spoolMessage(ctx, incoming);
      return { received: 'spooled' };
    }
  });
}
