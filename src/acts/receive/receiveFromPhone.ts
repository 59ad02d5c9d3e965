import type { IncomingMessage, PractitionerId } from '../../vocabulary';
import { COMMIT_WITHIN_MS, type ActContext } from '../context';
import { receiveMessage, type Received } from './receiveMessage';
import { receiveStaffReply } from './receiveStaffReply';

export type ReceivedFromPhone = Received | { readonly received: 'from-practitioner' };

/**
 * A text or call from a number: a practitioner's own number speaks for no line, every other one does. While the
 * record is away nobody can be looked up, and what came is treated as a young person's: it is kept and assessed.
 */
export async function receiveFromPhone(ctx: ActContext, incoming: IncomingMessage): Promise<ReceivedFromPhone> {
  const practitioner = await practitionerCalling(ctx, incoming);
  if (practitioner === null) return receiveMessage(ctx, incoming);
  await receiveStaffReply(ctx, practitioner, incoming);
  return { received: 'from-practitioner' };
}

async function practitionerCalling(ctx: ActContext, { sender }: IncomingMessage): Promise<PractitionerId | null> {
  if (sender.by !== 'phone') return null;
  try {
    return await ctx.record.transaction((tx) => tx.roster.practitionerByPhone(sender.phone), {
      timeoutMs: COMMIT_WITHIN_MS,
    });
  } catch (error) {
    ctx.log.error({ error }, 'nobody could be looked up: the record is away');
    return null;
  }
}
