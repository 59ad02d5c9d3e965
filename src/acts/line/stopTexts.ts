import { raiseCase } from '../../escalation';
import { atLeast, type Concern, type Instant, type Line, type Message } from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import type { ActContext } from '../context';
import { letGoOf, lookAgainAtMissed } from '../promise/keepCommitments';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';

/**
 * STOP is obeyed at once for texts and never cancels an open concern: whoever holds it learns that texts have
 * ended and that the second safe way is the only one left.
 */
export async function stopTexts(ctx: ActContext, tx: Stores, line: Line, message: Message | null): Promise<Line> {
  const now = ctx.clock.now();
  await tx.events.append({ line: line.id, name: 'stopped', at: now, data: { message: message?.id ?? null } });
  await sayTextsHaveEnded(ctx, tx, line, message?.receivedAt ?? now);
  return { ...line, stoppedAt: line.stoppedAt ?? now };
}

/**
 * The open concerns of a line whose texts have ended (STOP, or a phone that is not theirs) take that pathway; that more
 * would be texted about them is no promise any more.
 */
export async function sayTextsHaveEnded(ctx: ActContext, tx: Stores, line: Line, saidAt: Instant): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  for (const concern of await tx.concerns.openOf(line.id)) {
    await letGoOf(ctx, tx, concern, 'will-text', 'texts-ended');
    if (!presses(concern)) continue;
    const change = { nature: 'phone-not-theirs' as const, saidAt };
    await applyOutcome(ctx, tx, roster, concern, raiseCase(concern.case, change, ctx.pathways, staffing, now));
  }
}

/** Whether something is open that presses: only that takes another pathway when texts end. */
export async function isAnythingPressing(tx: Stores, line: Line): Promise<boolean> {
  return (await tx.concerns.openOf(line.id)).some(presses);
}

function presses({ level, nature }: Concern): boolean {
  return atLeast(level, 'urgent') || nature === 'allegation';
}

/** START, as the carrier does it: texts may go again. */
export async function startTexts(ctx: ActContext, tx: Stores, line: Line): Promise<Line> {
  await tx.events.append({ line: line.id, name: 'started-again', at: ctx.clock.now(), data: {} });
  await lookAgainAtMissed(ctx, tx, line.id);
  return { ...line, stoppedAt: null };
}
