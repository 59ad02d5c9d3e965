import type { NoticeChannel, PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { practitionerOf } from '../who/findStaff';
import { reachBy } from './reachBy';
import { reportUnreachable } from './reportUnreachable';
import { writeToPractitioner } from './writeToPractitioner';

/**
 * Writes one text to a practitioner that is no notice: a confirmation, a digest, a note. Where the wanted channel is
 * closed to them it goes by the next one; where none is open, whoever leads hears of it. Returns the delivery's id, or
 * null when nothing could be written.
 */
export async function sayToPractitioner(
  ctx: ActContext,
  tx: Stores,
  id: PractitionerId,
  template: string,
  values: Readonly<Record<string, string>>,
  wanted: NoticeChannel = 'sms',
): Promise<string | null> {
  const practitioner = practitionerOf(await tx.roster.snapshot(), id);
  if (!practitioner) throw new Error('a text was meant for a practitioner who is not on the roster');
  const by = reachBy(practitioner, wanted, ctx.clock.now());
  if (by !== null) return writeToPractitioner(ctx, tx, { practitioner, template, values, by });
  await reportUnreachable(ctx, tx, practitioner);
  return null;
}
