import { z } from 'zod';
import { KINDS } from '../vocabulary';

/** The schema of `escalation-rules/retention.yaml`: how long words are kept, by class of record. */

const words = z.string().min(1);
const years = z.int().min(1).max(150);
const said = { title: words, why: words, source: words };

export const retentionSchema = z
  .strictObject({
    title: words,
    why: words,
    /** `draft`: nobody has approved them yet, and live destroys nothing. */
    approvedBy: words,
    approvedOn: z.iso.date(),
    reviewBy: z.iso.date(),
    /** Years from when it was said. */
    chat: z.strictObject({ ...said, years }),
    /** Years from the check-in. */
    notes: z.strictObject({ ...said, years }),
    concerns: z.strictObject({
      ...said,
      untilAge: years,
      /** Years from its closing, however old they are by then. */
      atLeastYears: years,
      /** Years from its closing, where nobody knows a date of birth. */
      ageUnknownYears: years,
      /** What was said on the line in so many days before it opened belongs to it. */
      contextDays: z.int().min(0).max(365),
    }),
    /** Years from when it was opened. */
    sexualAbuse: z.strictObject({ ...said, kinds: z.array(z.enum(KINDS)).min(1), years }),
    allegations: z.strictObject({
      ...said,
      untilAge: years,
      /** How old the youngest adult of the service may have been: their own age is not in the roster. */
      youngestAtTheTime: years,
      /** Years from when it was opened. */
      atLeastYears: years,
    }),
    leavers: z.strictObject({
      ...said,
      /** Years from their leaving: numbers, addresses and what they signed in with. */
      contactYears: years,
      /** Years from their leaving, at least: a concern they had a part in keeps their name as long as its words. */
      nameYears: years,
    }),
    /** Years from their leaving, and not before the last of their words. */
    youngLeavers: z.strictObject({ ...said, years }),
    /** Years from when it last wrote, and not before the last of its words. */
    unknownNumbers: z.strictObject({ ...said, years }),
    /** Years from when it was texted. */
    staffTexts: z.strictObject({ ...said, years }),
    /** Days from when it was made. */
    backups: z.strictObject({ ...said, days: z.int().min(1).max(366) }),
    /** Kept without end. */
    events: z.strictObject(said),
  })
  .refine((terms) => terms.leavers.contactYears <= terms.leavers.nameYears, {
    path: ['leavers', 'nameYears'],
    message: 'a name outlives how to reach whoever had it',
  })
  .refine((terms) => terms.backups.days <= terms.chat.years * 365, {
    path: ['backups', 'days'],
    message: 'no backup is kept longer than the shortest term: it holds all that was destroyed since it was made',
  })
  .refine((terms) => terms.chat.years <= terms.notes.years && terms.notes.years <= terms.concerns.atLeastYears, {
    path: ['concerns', 'atLeastYears'],
    message: 'a concern outlives notes, and notes outlive chat: what a concern rests on must not go before it',
  });

/** How long words are kept. */
export type RetentionTerms = z.infer<typeof retentionSchema>;
