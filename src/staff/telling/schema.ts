import { z } from 'zod';
import { TELLINGS, type Instant, type TellingKind } from '../../vocabulary';
import { readMoment } from '../words/readLocal';

/** What is to be said, and when somebody speaks with the young person, where a moment is named. */
export interface TellingForm {
  readonly what: TellingKind;
  readonly at: Instant | null;
  /** They have seen the words, and these are they. */
  readonly sure: boolean;
}

const NAMES_A_MOMENT: readonly TellingKind[] = ['will-ring', 'goes-further'];

const typed = (limit: number) => z.string().trim().max(limit).default('');

/** Reads the choice in the organisation's zone; only what this reader may have said is taken. */
export function tellingForm(zone: string, now: Instant, may: readonly TellingKind[]) {
  return z
    .object({
      what: z.enum(TELLINGS, 'Choose what is to be said'),
      atDay: typed(2),
      atMonth: typed(2),
      atYear: typed(4),
      atTime: typed(10),
      sure: z.literal('yes').optional(),
    })
    .transform((form, context): TellingForm => {
      if (!may.includes(form.what)) {
        context.addIssue({ code: 'custom', path: ['what'], message: 'This is for the duty lead to have said' });
      }
      const at = NAMES_A_MOMENT.includes(form.what)
        ? readMoment({ day: form.atDay, month: form.atMonth, year: form.atYear }, form.atTime, zone)
        : null;
      if (NAMES_A_MOMENT.includes(form.what) && (at === null || at <= now)) {
        context.addIssue({ code: 'custom', path: ['atDay'], message: 'Give a day and time that is still to come' });
      }
      return { what: form.what, at, sure: form.sure === 'yes' };
    });
}
