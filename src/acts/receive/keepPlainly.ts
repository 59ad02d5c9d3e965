import { atLeast, type IncomingMessage } from '../../vocabulary';
import type { ActContext } from '../context';
import { judgeMessage } from '../judge/judgeMessage';
import { findPractitioner } from './findPractitioner';
import { lineThatHeard, messageOf, noteReceived } from './keepMessage';
import { leaveToAHuman } from './leaveToAHuman';

/**
 * The last resort for a young person's message that the record refuses as it is ordinarily received: it is kept, judged
 * alone where that can be done, and read by a human whatever it says. Nothing else is done with it but that a turn answers
 * it: what broke may be any of the rest. False, with nothing kept, where it came from a practitioner's phone. Throws when
 * even this is refused.
 */
export function keepPlainly(
  ctx: ActContext,
  incoming: IncomingMessage,
  { refusal, withinMs }: { readonly refusal: unknown; readonly withinMs: number },
): Promise<boolean> {
  return ctx.record.transaction(
    async (tx) => {
      if ((await findPractitioner(tx, incoming)) !== null) return false;
      const now = ctx.clock.now();
      const line = await tx.lines.lockFor(incoming.sender, now, ctx.ids.next());
      const { message, fresh } = await tx.messages.keep(messageOf(ctx, line, incoming));
      if (!fresh) return true;
      await noteReceived(ctx, tx, message, incoming);
      const heard = lineThatHeard(line, message, incoming);
      const judged = await tx.savepoint(async () =>
        judgeMessage(ctx, tx, await tx.roster.snapshot(), heard, { message, before: [], asked: null }),
      );
      const hasPressed = judged.ok && judged.value.concern !== null && atLeast(judged.value.concern.level, 'urgent');
      if (!hasPressed) await leaveToAHuman(ctx, tx, heard, message, judged.ok ? refusal : judged.error);
      await tx.lines.save({ ...heard, burstStartedAt: heard.burstStartedAt ?? now, turnDueAt: now });
      return true;
    },
    { timeoutMs: withinMs },
  );
}
