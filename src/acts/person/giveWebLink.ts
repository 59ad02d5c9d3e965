import type { PractitionerId, YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';
import { keepsApart, openForPart, type NotOpened } from './openForPart';

/** `may-be-made`: a link is theirs to hand over. `kept-apart`: what they are shown must open nothing, and not say so. */
export type WebLinkGiven =
  { readonly result: 'may-be-made' | 'kept-apart' } | { readonly result: 'refused'; readonly why: NotOpened };

/**
 * A practitioner is about to hand a young person a new way into the web chat. Whoever has the link may write as them,
 * and it ends whatever device they used before: so it is written down who asked for it, and somebody kept from this
 * young person gets none that works, of which whoever leads hears.
 */
export async function giveWebLink(
  ctx: ActContext,
  asked: { readonly youngPerson: YoungPersonId; readonly by: PractitionerId },
): Promise<WebLinkGiven> {
  return ctx.record.transaction(async (tx) => {
    const opened = await openForPart(ctx, tx, asked);
    if (typeof opened === 'string') return { result: 'refused', why: opened };
    if (await keepsApart(ctx, tx, opened, 'web-link-given')) return { result: 'kept-apart' };
    const { line, now } = opened;
    await tx.events.append({ line: line.id, name: 'web-link-given', at: now, data: { practitioner: asked.by } });
    return { result: 'may-be-made' };
  });
}
