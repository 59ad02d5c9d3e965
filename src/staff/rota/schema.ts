import { z } from 'zod';
import { LEAVE_TAKEN_BACK, type Leave, type LeaveTakenBack } from '../../vocabulary';
import { readDay } from '../words/readLocal';

const number = (length: number) => z.string().trim().max(length).default('');

/** Who is away, and the first and last day, both inclusive. */
export interface LeaveForm {
  readonly practitioner: string;
  readonly leave: Leave;
}

export const leaveForm = z
  .object({
    practitioner: z.string('Choose who is away').min(1, 'Choose who is away').max(200),
    fromDay: number(2),
    fromMonth: number(2),
    fromYear: number(4),
    toDay: number(2),
    toMonth: number(2),
    toYear: number(4),
  })
  .transform((form, context): LeaveForm => {
    const from = readDay({ day: form.fromDay, month: form.fromMonth, year: form.fromYear });
    const to = readDay({ day: form.toDay, month: form.toMonth, year: form.toYear });
    const wrong = (path: string, message: string): void =>
      void context.addIssue({ code: 'custom', path: [path], message });
    if (from === null) wrong('fromDay', 'Give the first day of leave');
    if (to === null) wrong('toDay', 'Give the last day of leave');
    if (from !== null && to !== null && to < from) wrong('toDay', 'The last day must be on or after the first');
    return { practitioner: form.practitioner, leave: { from: from ?? '', to: to ?? '' } };
  });

/** Why it is taken back: asked only once it has begun. */
export function takeBackForm(hasBegun: boolean): z.ZodType<{ readonly because: LeaveTakenBack | null }> {
  if (!hasBegun) return z.object({}).transform(() => ({ because: null }));
  return z.object({ because: z.enum(LEAVE_TAKEN_BACK, 'Say why it is taken back: it has begun') });
}
