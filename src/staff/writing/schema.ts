import { z } from 'zod';
import { WRITING_REASONS } from '../../vocabulary';

/** As much as three parts of a text hold: longer is better said. */
const LONGEST_WORDS = 320;

/** Their own words; `reason` is asked of everybody who is not the young person's own practitioner. */
export function wordsForm(isMentor: boolean) {
  const reason = z.enum(WRITING_REASONS, 'Say why it is you who writes');
  return z.object({
    words: z
      .string('Write what you want to say')
      .trim()
      .min(1, 'Write what you want to say')
      .max(LONGEST_WORDS, `Keep it under ${LONGEST_WORDS} characters`),
    reason: isMentor ? z.preprocess(() => null, z.null()) : reason,
    /** They have read what is suggested, and send it as it is. */
    asItIs: z.literal('yes').optional(),
  });
}
