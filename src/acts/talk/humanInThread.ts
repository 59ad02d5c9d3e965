import { type Line, type PractitionerId, type YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import { languageOf } from '../say/howToSayTo';
import { sayToPractitioner } from '../say/sayToPractitioner';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { calledOnRoster } from '../who/findStaff';
import { isKeptFrom } from '../who/isKeptFrom';

/** Whoever writes in the thread now and may read what comes; null when nobody does, or no longer may. */
export async function whoIsThere(tx: Stores, line: Line): Promise<PractitionerId | null> {
  const { humanInThread } = line;
  return humanInThread !== null && !(await isKeptFrom(tx, line, humanInThread)) ? humanInThread : null;
}

/** The service is silent: what came waits for the one who is there, and they hear that it has come. */
export async function leaveToWhoIsThere(ctx: ActContext, tx: Stores, line: Line, who: PractitionerId): Promise<void> {
  await tx.lines.save({ ...line, turnDueAt: null, burstStartedAt: null });
  await sayToPractitioner(ctx, tx, who, 'answer-in-thread', { link: ctx.caseloadLink() });
}

/** They press that they have finished: said to the young person, so that nobody waits for somebody who has gone. */
export async function leaveThread(
  ctx: ActContext,
  { youngPerson, by }: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId },
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const line = await tx.lines.lockOf(youngPerson, ctx.clock.now(), ctx.ids.next());
    if (line.humanInThread === by) await goFrom(ctx, tx, line, { say: true });
  });
}

/** They have written nothing for a while: the service answers again, first of all what was left unanswered. */
export async function humanGone(ctx: ActContext, tx: Stores, lineId: string): Promise<void> {
  const line = await tx.lines.lock(lineId);
  if (line.humanInThread !== null) await goFrom(ctx, tx, line, { say: line.lastSeq > line.answeredSeq });
}

async function goFrom(ctx: ActContext, tx: Stores, line: Line, { say }: { readonly say: boolean }): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const who = calledOnRoster(roster, line.humanInThread);
  if (say) {
    const filled = ctx.wording.fill('person-gone', {
      language: languageOf(roster, line),
      style: 'ordinary',
      channel: line.lastChannel,
      values: { who, service: ctx.serviceName },
    });
    await sayToYoungPerson(ctx, tx, { line, say: filled, channel: line.lastChannel, concern: null });
  }
  const waits = line.lastSeq > line.answeredSeq;
  await tx.lines.save({ ...line, humanInThread: null, turnDueAt: waits ? now : null });
  await tx.errands.cancel('human-gone', line.id, now);
  await tx.events.append({ line: line.id, name: 'person-gone', at: now, data: { practitioner: line.humanInThread } });
}
