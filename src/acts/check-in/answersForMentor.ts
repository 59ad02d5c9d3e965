import type { CheckIn, CheckInAnswer } from '../../vocabulary';
import type { Stores } from '../stores';

/**
 * What a mentor may read of a check-in. What was kept back leaves no trace, and a concern never lives in the note: the
 * messages that belong to one are left out of it.
 */
export async function answersForMentor(tx: Stores, checkIn: CheckIn): Promise<readonly CheckInAnswer[]> {
  const line = await tx.lines.findOf(checkIn.youngPerson);
  const concerns = line ? await tx.concerns.allOf(line.id) : [];
  const ofConcerns = new Set(concerns.flatMap((one) => one.messages));
  return checkIn.answers.filter((one) => !one.keptBack && !ofConcerns.has(one.message));
}
