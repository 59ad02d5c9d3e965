import { z } from 'zod';

export const askForLinkForm = z.object({
  email: z
    .string('Enter your work e-mail address')
    .trim()
    .max(254, 'Enter your work e-mail address')
    .pipe(z.email('Enter your work e-mail address, like name@example.org')),
});
