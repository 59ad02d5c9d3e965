import { z } from 'zod';
import { DUTIES, ROLES, type WeeklySlot, type WorkingHours } from '../../vocabulary';
import { asClocksShow, CLOCK } from './clockTimes';
import { momentWritten } from './momentWritten';
import { listOf, phone, words, yesOrNo } from './rosterWords';
import { weekdaysOf } from './weekdays';
import { readWorkingHours } from './workingHours';

const AT = new RegExp(`^(?:${CLOCK})$`);
const SPAN = new RegExp(`^(${CLOCK})-(${CLOCK})$`);

const id = z.string().regex(/^[A-Za-z0-9][\w-]*$/, 'an id is letters, digits, hyphens and underscores');

const localDate = z.iso.date();

/** Which moment it is depends on the organisation's zone, unless it has an offset of its own. */
const moment = z
  .string()
  .refine(
    (written) => momentWritten(written, 'UTC') !== null,
    'is no moment: write 2026-03-09T11:00:00Z, or 2026-03-09 11:00, or a day alone, as clocks show it there',
  );

/** "Mon-Fri 09:00-17:30", several of them in a list or with commas between. */
const hours = z.union([z.string(), z.array(z.string())]).transform((written, context): WorkingHours[] => {
  const read = readWorkingHours(Array.isArray(written) ? written.join(', ') : written);
  if (read.ok) return [...read.hours];
  const message = `"${read.part}" are no hours: write "Mon-Fri 09:00-17:30" or "Mon,Wed,Sat 12:00-16:00"`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const weeklySlot = z.string().transform((written, context): WeeklySlot => {
  const [day = '', at = '', ...more] = asClocksShow(written)
    .replace(/\bat\b/i, ' ')
    .split(/[\s,]+/)
    .filter(Boolean);
  const [weekday, another] = weekdaysOf(day) ?? [];
  const isOne = weekday !== undefined && another === undefined && more.length === 0 && AT.test(at);
  if (isOne && at !== '24:00') return { weekday, at };
  context.addIssue({
    code: 'custom',
    message: `"${written}" is no weekly time: write "Tue 17:00", one of them for each day`,
  });
  return z.NEVER;
});

const span = z.string().transform((written, context) => {
  const [, from, , to] = SPAN.exec(asClocksShow(written.trim())) ?? [];
  if (from !== undefined && to !== undefined) return { from, to };
  context.addIssue({ code: 'custom', message: `"${written}" is no span of the day: write "08:00-21:30"` });
  return z.NEVER;
});

const zone = z.string().refine(isTimeZone, 'no such time zone');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const practitioner = z.strictObject({
  id,
  name: z.string().min(1),
  roles: listOf(z.enum(ROLES)).refine((roles) => roles.length > 0, 'write at least one role'),
  phone: phone.nullish(),
  email: z.email().nullish(),
  hours: hours.default([]),
  volunteer: yesOrNo.default(false),
  wakeFor: z.enum(['none', 'immediate', 'urgent']).default('none'),
  leave: listOf(z.strictObject({ from: localDate, to: localDate })),
  leftAt: moment.nullish(),
});

const youngPerson = z.strictObject({
  id,
  name: z.string().min(1),
  phone: phone.nullish(),
  language: z.enum(['en', 'cy']).default('en'),
  mentor: id,
  buddy: id.nullish(),
  checkIns: listOf(weeklySlot),
  safeHours: span.default({ from: '08:00', to: '21:30' }),
  style: z.enum(['ordinary', 'discreet']).default('ordinary'),
  dateOfBirth: localDate.nullish(),
  addresses: listOf(words),
  carers: listOf(
    z.strictObject({
      name: z.string().min(1),
      relation: z.string().min(1),
      phone,
      knowsAboutService: yesOrNo,
      mayBeContacted: yesOrNo,
    }),
  ),
  socialWorker: words.nullish(),
  school: words.nullish(),
  secondSafeWay: words.nullish(),
  conflicts: listOf(id),
  visits: listOf(weeklySlot),
  joinedAt: moment.nullish(),
  missingSince: moment.nullish(),
  checkWord: z.string().nullish(),
  codeWord: z.string().nullish(),
  nextMentor: z.strictObject({ who: id, from: localDate }).nullish(),
  endsOn: localDate.nullish(),
});

/** A shift once (`from`, `to`), or every week (`every: "Mon-Sun 00:00-24:00"`). */
const shift = z.strictObject({
  duty: z.enum(DUTIES),
  practitioner: id,
  from: z.string().optional(),
  to: z.string().optional(),
  every: hours.optional(),
});

export const rosterSchema = z.strictObject({
  organisation: z.strictObject({
    name: z.string().min(1),
    area: z.string().min(1),
    timeZone: zone.default('Europe/London'),
    phone,
    outsideContact: id.nullish(),
    modelApproval: z
      .strictObject({
        assessmentReference: z.string().min(1),
        contract: z.string().min(1),
        region: z.string().min(1),
        retention: z.string().min(1),
        date: localDate,
        name: z.string().min(1),
      })
      .nullish(),
  }),
  practitioners: z.array(practitioner).min(1),
  youngPeople: listOf(youngPerson),
  rota: listOf(shift),
});
/** A roster as its file says it, every default filled in. */
export type RosterSheet = z.infer<typeof rosterSchema>;
export type SheetShift = RosterSheet['rota'][number];
