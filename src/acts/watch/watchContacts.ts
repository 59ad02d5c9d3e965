import { DAY_MS, later } from '../../vocabulary';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';

/** Every day: a number past its check date is given to nobody any more, and administrators hear of it until mended. */
export async function watchContacts(ctx: ActContext, tx: Stores): Promise<void> {
  const now = ctx.clock.now();
  await planErrand(ctx, tx, { kind: 'contact-watch', subject: 'organisation', line: null, dueAt: later(now, DAY_MS) });
  const expired = ctx.expiredContacts(now);
  if (expired.length === 0) return;
  await tx.events.append({ line: null, name: 'contacts-found-expired', at: now, data: { contacts: expired } });
  const { practitioners } = await tx.roster.snapshot();
  for (const one of practitioners.filter(({ roles }) => roles.includes('administrator'))) {
    await sayToPractitioner(ctx, tx, one.id, 'contact-expired', { link: ctx.mendingLink() }, 'email');
  }
}
