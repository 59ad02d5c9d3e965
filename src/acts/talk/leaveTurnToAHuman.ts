import { atLeast, highest, type Level, type Line, type Message, type Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import { howToSayTo } from '../say/howToSayTo';
import { pageLeadPlainly } from '../say/pageLeadPlainly';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';

export interface BrokenTurn {
  readonly line: Line;
  /** Empty when the service spoke first. */
  readonly burst: readonly Message[];
  readonly error: unknown;
}

/**
 * Answering broke, and would break again: nothing is tried a second time. The lead is paged by the fixed step, whoever
 * wrote gets one approved text, and the conversation starts anew, so that what comes next is answered again. What they
 * wrote has been kept and judged before.
 */
export async function leaveTurnToAHuman(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, burst, error }: BrokenTurn,
): Promise<void> {
  const now = ctx.clock.now();
  ctx.log.error({ error, line: line.id }, 'a turn could not be taken: it is left to a human');
  const last = burst[burst.length - 1];
  const data = { message: last?.id ?? null };
  await tx.events.append({ line: line.id, name: 'turn-left-to-a-human', at: now, data });
  await pageLeadPlainly(ctx, tx, 'left-to-you');
  if (last && (line.stoppedAt === null || line.lastChannel === 'web')) await answerPlainly(ctx, tx, roster, line, last);
  await tx.lines.save({ ...line, conversation: null });
}

/** The same two texts as while the record is away: they name nobody and say nothing that may not be true. */
async function answerPlainly(ctx: ActContext, tx: Stores, roster: Roster, line: Line, last: Message): Promise<void> {
  const danger = atLeast(await levelOpen(tx, line, last), 'immediate');
  const template = danger ? 'immediate-nobody' : 'held-while-broken';
  const say = ctx.wording.fill(template, { ...howToSayTo(roster, line), values: {} });
  await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern: null });
}

async function levelOpen(tx: Stores, line: Line, last: Message): Promise<Level> {
  const open = await tx.concerns.openOf(line.id);
  return highest(...open.filter((one) => one.messages.includes(last.id)).map((one) => one.level), 'none');
}
