import { z } from 'zod';

const name = (says: string) => z.string(says).trim().min(1, says).max(200, says);
const reason = (says: string) => z.string(says).trim().min(1, says).max(2000, 'Keep this under 2,000 characters');

export const holdForm = z
  .object({
    whose: z.enum(['one', 'everybody'], 'Choose whose words must be kept'),
    name: z.string().trim().max(200).default(''),
    reason: reason('Say who asks for it, and why'),
  })
  .refine(({ whose, name: given }) => whose === 'everybody' || given !== '', {
    path: ['name'],
    message: 'Enter their full name',
  });

export const liftForm = z.object({
  hold: z.string('Choose which to lift').min(1, 'Choose which to lift').max(100),
  why: reason('Say why nothing has to be held any longer'),
});

export const lookUpForm = z.object({ sought: name('Enter their full name') });
