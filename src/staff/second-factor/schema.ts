import { z } from 'zod';

const SIX_DIGITS = 'Enter the six numbers your app shows';

const code = z
  .string(SIX_DIGITS)
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, SIX_DIGITS));

export const codeForm = z.object({ code });

export const enrolForm = z.object({
  code,
  /** The secret the form itself carried: base 32, as made. */
  secret: z.string().regex(/^[A-Z2-7]{32,64}$/, 'Please start again'),
});
