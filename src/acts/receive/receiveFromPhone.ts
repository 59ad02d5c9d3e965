import type { IncomingMessage } from '../../vocabulary';
import type { ActContext } from '../context';
import { findPractitioner } from './findPractitioner';
import { receiveUnless, type Received } from './receiveMessage';
import { receiveStaffReply } from './receiveStaffReply';

export type ReceivedFromPhone = Received | { readonly received: 'from-practitioner' };

/**
 * A text or call from a number: a practitioner's own number speaks for no line, every other one does. While the
 * record is away nobody can be looked up, and what came is treated as a young person's: it is spooled and assessed. Once
 * the record is back it goes the way of whoever sent it.
 */
export async function receiveFromPhone(ctx: ActContext, incoming: IncomingMessage): Promise<ReceivedFromPhone> {
  const received = await receiveUnless(ctx, incoming, async (tx) => {
    const from = await findPractitioner(tx, incoming);
    return from === null ? null : { received: 'from-practitioner' as const, from };
  });
  if (received.received !== 'from-practitioner') return received;
  await receiveStaffReply(ctx, received.from, incoming);
  return { received: received.received };
}
