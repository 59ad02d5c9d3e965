import { z } from 'zod';

const FOUR_DIGITS = 'Enter four numbers';
/** All alike, or counting up or down: what a stranger with the phone in hand would press first. */
const EASY = /^(\d)\1{3}$|0123|1234|2345|3456|4567|5678|6789|9876|8765|7654|6543|5432|4321|3210/;

const four = z
  .string(FOUR_DIGITS)
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{4}$/, FOUR_DIGITS));

export const ownNumbersForm = z
  .object({
    numbers: four.refine((typed) => !EASY.test(typed), 'Choose numbers that are harder to guess'),
    again: four,
  })
  .refine(({ numbers, again }) => numbers === again, {
    path: ['again'],
    message: 'These are not the same four numbers',
  });
