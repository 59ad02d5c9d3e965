import { z } from 'zod';
import type { Carer } from '../../vocabulary';
import { readDay } from '../words/readLocal';

const LONGEST = 2000;
const typed = (asks: string) =>
  z.string(asks).trim().min(1, asks).max(LONGEST, `Keep this under ${LONGEST} characters`);
const orNothing = z
  .string()
  .trim()
  .max(100, 'Keep this under 100 characters')
  .default('')
  .transform((word) => (word === '' ? null : word));
const time = (asks: string) =>
  z
    .string(asks)
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, asks);

const CARER_KNOWS = ['may-be-contacted', 'knows', 'does-not-know'] as const;
/** What a carer knows, as the form asks it of each of them. */
export type CarerKnows = (typeof CARER_KNOWS)[number];

/** The name of the field that asks about the n-th carer of the sheet. */
export const carerField = (index: number): string => `carer${index}`;

/** Reads what was agreed with a young person whose sheet names these carers. */
export function joiningForm(carers: readonly Carer[]) {
  const asked = Object.fromEntries(
    carers.map((_, index) => [carerField(index), z.enum(CARER_KNOWS, 'Say whether they know about the service')]),
  );
  return z
    .object({
      bornDay: z.string().default(''),
      bornMonth: z.string().default(''),
      bornYear: z.string().default(''),
      safeFrom: time('Give a time like 08:00'),
      safeTo: time('Give a time like 21:00'),
      secondSafeWay: typed('Write how to reach them when their phone is not safe'),
      checkWord: orNothing,
      codeWord: orNothing,
      understanding: typed('Write how they understand it, in your words'),
      readTogether: z.literal('yes', 'Read it together first'),
      ...asked,
    })
    .transform((form, context) => {
      const dateOfBirth = readDay({ day: form.bornDay, month: form.bornMonth, year: form.bornYear });
      const wrong = (path: string, message: string) => void context.addIssue({ code: 'custom', path: [path], message });
      if (form.safeTo <= form.safeFrom) wrong('safeTo', 'The safe hours end before they begin');
      if (form.checkWord !== null && form.checkWord === form.codeWord)
        wrong('codeWord', 'Take another word than the check word');
      if (dateOfBirth === null) {
        wrong('bornDay', 'Give the day they were born');
        return z.NEVER;
      }
      return {
        dateOfBirth,
        safeHours: { from: form.safeFrom, to: form.safeTo },
        secondSafeWay: form.secondSafeWay,
        checkWord: form.checkWord,
        codeWord: form.codeWord,
        understanding: form.understanding,
        carers: carers.map((one, index): Carer => {
          const said = (form as Readonly<Record<string, unknown>>)[carerField(index)];
          return { ...one, knowsAboutService: said !== 'does-not-know', mayBeContacted: said === 'may-be-contacted' };
        }),
      };
    });
}
