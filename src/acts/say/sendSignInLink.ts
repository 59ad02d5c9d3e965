import type { PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from './sayToPractitioner';

/** How long a sign-in link works, as it says itself. */
const LINK_MINUTES = '15';

/** E-mails a link that works once. Whose address it is has been found out already; nothing else is said to anybody. */
export async function sendSignInLink(
  ctx: ActContext,
  { practitioner, link }: { readonly practitioner: PractitionerId; readonly link: string },
): Promise<void> {
  await ctx.record.transaction((tx) =>
    sayToPractitioner(ctx, tx, practitioner, 'sign-in-link', { link, limit: LINK_MINUTES }, 'email'),
  );
}
