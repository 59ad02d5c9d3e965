import type { IncomingMessage, PractitionerId } from '../../vocabulary';
import type { Stores } from '../stores';

/** Whose number it came from, where that is a practitioner's: their texts are no line's. */
export async function findPractitioner(tx: Stores, { sender }: IncomingMessage): Promise<PractitionerId | null> {
  return sender.by === 'phone' ? tx.roster.practitionerByPhone(sender.phone) : null;
}
