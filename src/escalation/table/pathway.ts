import { z } from 'zod';
import { LEVELS } from '../../vocabulary';
import { momentSchema } from './moment';

/**
 * The schema of `escalation-rules/pathways/*.yaml`: one file a row of the table of pathways, and `common.yaml`.
 * Every minute of the service stands there; the engine only interprets.
 */

/** The columns of the table: in which place somebody is told. */
export const SEATS = ['practitioner', 'cover', 'coordinator', 'lead', 'second', 'manager', 'outside'] as const;
export type Seat = (typeof SEATS)[number];

const WORDINGS = [
  'needs-you-by',
  'needs-you-now',
  'night-ring-lead-first',
  'quiet-for-your-information',
  'taken-on-then-forgotten',
  'could-not-be-assessed',
  'more-has-come',
  'told-in-the-morning',
  'read-within-hours',
  'read-together',
] as const;

/** Strictest first: where rows overlap, the strictest counts. */
export const HELD_BY = ['a-lead', 'not-a-volunteer', 'anyone'] as const;

const channels = z.array(z.enum(['sms', 'voice', 'email'])).min(1);

const stepSchema = z.strictObject({
  at: momentSchema,
  /** Text, call, e-mail; or a place in the morning digest instead of a notice. */
  by: z.union([channels, z.literal('digest')]),
  wording: z.enum(WORDINGS),
  /** "Again every 3": minutes between repeats, for as long as the step stands. */
  everyMinutes: z.number().int().positive().optional(),
  /** Only while nobody (but a volunteer) has opened the words. */
  ifUnseen: z.boolean().optional(),
  /** Only while the practitioner has done nothing and nobody has contacted the young person. */
  ifSilent: z.boolean().optional(),
  /** Only for a practitioner whose written opt-in covers this level. */
  ifWakeFor: z.enum(['immediate', 'urgent']).optional(),
  /** Not for a practitioner whose opt-in covers this level: they were told at once. */
  unlessWakeFor: z.enum(['immediate', 'urgent']).optional(),
  /** Only when the cover holds the rota's duty now. */
  ifOnRota: z.boolean().optional(),
  /** Costs nobody a clock and is sent once, whatever others have done meanwhile. */
  forInformation: z.boolean().optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** One moment, or several of which the soonest counts. */
const clockSchema = z.union([z.array(momentSchema), momentSchema.transform((moment) => [moment])]).default([]);

const clocksSchema = z.strictObject({
  takenOn: clockSchema,
  read: clockSchema,
  decided: clockSchema,
  contacted: clockSchema,
});

export const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  why: z.string().min(1),
  reviewed: z.iso.date(),
  reviewBy: z.iso.date(),
  when: z.strictObject({
    natures: z
      .array(
        z.enum([
          'disclosure',
          'allegation',
          'missing-person-writes',
          'phone-not-theirs',
          'unknown-sender',
          'could-not-be-assessed',
          'picture-or-unread',
        ]),
      )
      .min(1),
    levels: z.array(z.enum(LEVELS)).min(1).optional(),
    hour: z.enum(['day', 'night']).optional(),
    practitioner: z.enum(['available', 'off-duty']).optional(),
    unsureOfSafety: z.literal(true).optional(),
    /** Whether the case is of one nature only, and holds nothing urgent. */
    alone: z.boolean().optional(),
    /** Only once three worries of one kind have come: its steps go beside the case's own, and change nothing of them. */
    repeated: z.literal(true).optional(),
  }),
  /** Where rows overlap, this row alone says whether practitioner, cover and coordinator are told. */
  decidesWho: z.boolean().default(false),
  /** Whose taking on (or opening) stops the deciding side. No volunteer ever holds the only live step of what is urgent. */
  heldBy: z.enum(HELD_BY),
  /** Whether opening the words is enough, or they must be taken on. */
  stoppedBy: z.enum(['taken-on', 'read']),
  /** Whom the young person is told will read it. */
  reader: z.enum(['practitioner', 'lead', 'coordinator']),
  steps: z.partialRecord(z.enum(SEATS), z.array(stepSchema)).default({}),
  /**
   * "A pathway never ends": who is told again and again once every step has been tried, each as their own steps tell
   * them; `by` and `wording` are for those who have none.
   */
  allAgain: z
    .strictObject({
      first: momentSchema,
      every: momentSchema,
      tell: z.array(z.enum(SEATS)).min(1),
      by: channels,
      wording: z.enum(WORDINGS),
    })
    .optional(),
  clocks: clocksSchema,
});
/** One row of the table of pathways. */
export type Row = z.infer<typeof rowSchema>;
export type AllAgain = NonNullable<Row['allAgain']>;

export const commonSchema = z.strictObject({
  why: z.string().min(1),
  reviewed: z.iso.date(),
  reviewBy: z.iso.date(),
  /** Taken on but not opened within this time: reopens. */
  openWithinMinutes: z.number().int().positive(),
  /** More texts in an open concern go to its holder at most this often. */
  moreEveryMinutes: z.number().int().positive(),
  /**
   * That nobody has noted a talk: how often whoever leads and the manager are asked by text, once a lead has decided, no
   * danger is known, and everybody has been asked once.
   */
  talkAskedAgain: z
    .strictObject({ leadEveryMinutes: z.number().int().positive(), managerEveryMinutes: z.number().int().positive() })
    .optional(),
  /** Times promised to a young person are rounded up to this. */
  promisesRoundedToMinutes: z.number().int().positive(),
  /** What a referral leaves owed is chased after so many working days, and again after as many until it is noted. */
  chasedEveryWorkingDays: z.number().int().positive(),
  /** The working day of the office, Monday to Friday without bank holidays. */
  workingDay: z.strictObject({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) }),
});
export type Common = z.infer<typeof commonSchema>;

/** The whole table, frozen at loading. */
export interface Pathways {
  /** Changes when any file changes: kept with every case that opens under it. */
  readonly version: string;
  readonly common: Common;
  readonly rows: readonly Row[];
}
