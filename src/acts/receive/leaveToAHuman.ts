import type { Line, Message } from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import { unassessed } from '../judge/judgeMessage';
import { pageLeadPlainly } from '../say/pageLeadPlainly';
import type { Stores } from '../stores';

/**
 * The message stays whatever broke: marked as left with a human, by its own pathway; and when opening that breaks
 * too, the duty lead is paged by a fixed step that asks nothing of detection or escalation.
 */
export async function leaveToAHuman(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  message: Message,
  error: unknown,
): Promise<void> {
  ctx.log.error({ error, message: message.id, line: line.id }, 'a message could not be assessed');
  await tx.messages.markUnreadable(message.id);
  await tx.events.append({
    line: line.id,
    name: 'message-could-not-be-assessed',
    at: ctx.clock.now(),
    data: { message: message.id },
  });
  const raised = await tx.savepoint(async () => {
    const roster = await tx.roster.snapshot();
    return raiseConcern(ctx, tx, roster, unassessed(line, message));
  });
  if (raised.ok) return;
  ctx.log.error({ error: raised.error, message: message.id }, 'no concern could be opened: the lead is paged plainly');
  await pageLeadPlainly(ctx, tx, 'left-to-you');
}
