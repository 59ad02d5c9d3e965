import { MINUTE_MS, msBetween, type Instant, type PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from './sayToPractitioner';

export interface SignInLink {
  readonly practitioner: PractitionerId;
  readonly link: string;
  readonly expiresAt: Instant;
}

/**
 * E-mails a link that works once, with how long it does. Whose address it is has been found out already; nothing else is
 * said to anybody.
 */
export async function sendSignInLink(ctx: ActContext, { practitioner, link, expiresAt }: SignInLink): Promise<void> {
  const limit = String(Math.round(msBetween(ctx.clock.now(), expiresAt) / MINUTE_MS));
  await ctx.record.transaction((tx) =>
    sayToPractitioner(ctx, tx, practitioner, 'sign-in-link', { link, limit }, 'email'),
  );
}
