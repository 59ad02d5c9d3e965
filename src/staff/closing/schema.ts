import { z } from 'zod';

/** How a concern can end. The words are kept with the case as they stand here. */
export const OUTCOMES = [
  'Supported by us',
  'Referred and accepted',
  'Referred, not accepted',
  'Passed to another service',
  'Advice taken, no referral needed',
  'Not a concern: the rules were wrong',
] as const;

export const closingForm = z.object({
  outcome: z.enum(OUTCOMES, 'Choose how it ended'),
  reason: z.string('Say why').trim().min(1, 'Say why').max(4000, 'Keep this under 4,000 characters'),
  toldYoungPerson: z
    .string('Say what the young person was told')
    .trim()
    .min(1, 'Say what the young person was told, or why not')
    .max(4000, 'Keep this under 4,000 characters'),
});
