import type { RecordPort } from '../../acts';
import type { Instant, PractitionerId } from '../../vocabulary';
import { decidersOfTheNextDays } from './missingPeople';

/** Who decides in the next days and, rung at night, could take nothing on by a key: their four numbers are not set. */
export function leadsWithoutNumbers(
  record: Pick<RecordPort, 'transaction'>,
  now: Instant,
): Promise<readonly PractitionerId[]> {
  return record.transaction(async (tx) => {
    const lacking: PractitionerId[] = [];
    for (const { id } of decidersOfTheNextDays(await tx.roster.snapshot(), now)) {
      if (!(await tx.pins.isSet(id))) lacking.push(id);
    }
    return lacking;
  });
}
