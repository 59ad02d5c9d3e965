import { z } from 'zod';

export const breakGlassForm = z.object({
  name: z.string('Enter their full name').trim().min(1, 'Enter their full name').max(200, 'Enter their full name'),
  reason: z
    .string('Say why you need to read this now')
    .trim()
    .min(10, 'Say why you need to read this now, in a sentence')
    .max(2000, 'Keep this under 2,000 characters'),
});
