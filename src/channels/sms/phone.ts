import { z } from 'zod';

/** A telephone number as every part of the service writes it. */
export const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

/**
 * What stands for a number the network would not tell ("ANONYMOUS" spelt on a keypad): Twilio's own convention for
 * withheld callers. Texts from short codes and names come under it too, so that a human sees them on one line.
 */
export const WITHHELD_NUMBER = '+266696687';

/** The sender's number; the withheld one where the network gives no number to answer to. */
export function senderPhone(from: string): string {
  return E164.safeParse(from).success ? from : WITHHELD_NUMBER;
}
