import { HouseError } from '../../errors';
import type { IncomingMessage, Level, LineId } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { keepMessage } from './keepMessage';

export type Committed =
  /** Kept and judged; `level` is null when it could not be assessed. */
  | { readonly received: 'kept'; readonly line: LineId; readonly level: Level | null }
  /** The same provider id had come before: nothing was done again. */
  | { readonly received: 'again' };

export interface ToCommit<Else> {
  /** Finds that it is no young person's: then nothing is kept, and what it found comes back. */
  readonly findElse: (tx: Stores) => Promise<Else | null>;
  readonly withinMs: number;
  /** Written in the same transaction; the line is null where nothing new was kept. */
  readonly note?: (tx: Stores, line: LineId | null) => Promise<void>;
}

/** Keeps and judges one message in a transaction of its own and nudges its turn. Throws when it does not commit in time. */
export async function commitMessage<Else>(
  ctx: ActContext,
  incoming: IncomingMessage,
  { findElse, withinMs, note }: ToCommit<Else>,
): Promise<Committed | { readonly found: Else }> {
  if (withinMs <= 0) throw new HouseError('no-time-left', 'What had to be kept before it took all the time there was.');
  const outcome = await ctx.record.transaction(
    async (tx) => {
      const kept = await keepMessage(ctx, tx, incoming, findElse);
      await note?.(tx, 'line' in kept ? kept.line : null);
      return kept;
    },
    { timeoutMs: withinMs },
  );
  if ('found' in outcome) return outcome;
  if (!outcome.fresh) return { received: 'again' };
  const wait = Math.max(0, Date.parse(outcome.turnDueAt) - Date.parse(ctx.clock.now()));
  ctx.nudge({ kind: 'turn', id: outcome.line, afterMs: wait });
  return { received: 'kept', line: outcome.line, level: outcome.level };
}
