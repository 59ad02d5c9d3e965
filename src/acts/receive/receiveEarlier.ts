import type { IncomingMessage, Roster, Sender } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Spooled } from '../ports';
import { takeUp } from './takeUp';

/**
 * What waits on this disk of the same person and came no later is received first, so that nothing is kept behind what they
 * wrote after it. Throws when the record is away: then the new one joins them on the disk.
 */
export async function receiveEarlier(ctx: ActContext, incoming: IncomingMessage, leftMs: () => number): Promise<void> {
  const waiting = await listOrNothing(ctx);
  const earlier = waiting.filter(({ receivedAt }) => receivedAt <= incoming.receivedAt);
  if (earlier.length === 0) return;
  const roster = await lastRoster(ctx);
  const writer = writerOf(roster, incoming.sender);
  await takeUp(
    ctx,
    earlier.filter(({ sender }) => writerOf(roster, sender) === writer),
    leftMs,
  );
}

/** A disk that does not answer keeps nothing out of a record that does. */
async function listOrNothing(ctx: ActContext): Promise<readonly Spooled[]> {
  return ctx.spool.list().catch((error: unknown) => {
    ctx.log.error({ error }, 'nobody could look whether messages wait on this disk');
    return [];
  });
}

/** The last roster on this disk; null when there is none, or its key is gone. */
export async function lastRoster(ctx: ActContext): Promise<Roster | null> {
  return ctx.rosterCopy.last().catch(() => null);
}

/** Whose words these are, by text or on the web: the same for all that one young person sends. */
export function writerOf(roster: Roster | null, sender: Sender): string {
  if (sender.by === 'web') return sender.youngPerson;
  return roster?.youngPeople.find(({ phone }) => phone === sender.phone)?.id ?? sender.phone;
}
