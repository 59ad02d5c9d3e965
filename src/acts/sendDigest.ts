import type { ActContext } from './context';
import type { Stores } from './stores';
import { sayToPractitioner } from './sayToPractitioner';

/**
 * One digest a morning: something waits to be read, and where. Its subject is "practitioner@moment". Nothing that is
 * hidden from this practitioner counts; when nothing is left, nothing is sent.
 */
export async function sendDigest(ctx: ActContext, tx: Stores, subject: string): Promise<void> {
  const practitioner = subject.slice(0, subject.lastIndexOf('@'));
  const waiting = (await tx.concerns.openHeldOrToldTo(practitioner)).filter(
    (concern) => !concern.hiddenFrom.includes(practitioner),
  );
  if (waiting.length === 0) return;
  const values = { link: ctx.caseloadLink(), count: String(waiting.length) };
  await sayToPractitioner(ctx, tx, practitioner, waiting.length === 1 ? 'digest-of-one' : 'digest', values);
}
