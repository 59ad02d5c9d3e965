import type { Notice } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';

/** Where what a notice is about can be read: its reference and nothing else stands in the address. */
export async function linkOf(ctx: ActContext, tx: Stores, { concern }: Notice): Promise<string> {
  const found = await tx.concerns.get(concern);
  return found ? ctx.concernLink(found.reference) : ctx.caseloadLink();
}
