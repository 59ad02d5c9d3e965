import { z } from 'zod';
import { REFERRAL_REPLIES, type Instant, type Referral } from '../../vocabulary';
import { readMoment } from '../words/readLocal';

const typed = (limit: number) => z.string().trim().max(limit, `Keep this under ${limit} characters`).default('');

/** What the decision form holds once read: the moments are real ones, in UTC. */
export interface DecisionForm {
  readonly referred: boolean;
  readonly to: string | null;
  readonly reference: string | null;
  readonly reason: string;
  readonly referral: Referral | null;
  readonly toldYoungPerson: 'yes' | 'no';
  readonly whyNotTold: string | null;
  /** How many decisions stood on the page on which this one was written. */
  readonly known: number;
}

/** The fields as posted. What is missing is said with what makes no sense together, so that nobody is sent back twice. */
const fields = z.object({
  referred: z.enum(['yes', 'no', '']).default(''),
  to: typed(200),
  toOther: typed(200),
  referredBy: typed(100),
  madeDay: typed(2),
  madeMonth: typed(2),
  madeYear: typed(4),
  madeTime: typed(10),
  reference: typed(100),
  written: z.enum(['sent', 'owed', '']).default(''),
  owedDay: typed(2),
  owedMonth: typed(2),
  owedYear: typed(4),
  awareBy: typed(100),
  awareDay: typed(2),
  awareMonth: typed(2),
  awareYear: typed(4),
  awareTime: typed(10),
  reasonForDelay: typed(2000),
  reason: typed(4000),
  toldYoungPerson: z.enum(['yes', 'no', '']).default(''),
  whyNotTold: typed(2000),
  known: z.coerce.number().int().min(0).default(0),
});

type Fields = z.infer<typeof fields>;

/** How those it was referred to have answered. */
export const replyForm = z.object({ reply: z.enum(REFERRAL_REPLIES, 'Say what they answered') });

/** Reads a decision in the organisation's zone. `isPractitioner` knows who may be named as the one who did it. */
export function decisionForm(zone: string, now: Instant, isPractitioner: (id: string) => boolean) {
  return fields.transform((form, context): DecisionForm => {
    const wrong = (path: keyof Fields, message: string): void =>
      void context.addIssue({ code: 'custom', path: [path], message });
    const referred = form.referred === 'yes';
    const to = form.to === 'other' ? form.toOther : form.to;
    if (form.referred === '') wrong('referred', 'Say whether you referred it');
    if (referred && to === '') wrong(form.to === 'other' ? 'toOther' : 'to', 'Say who it was referred to');
    const referral = referred ? readReferral(form, zone, now, isPractitioner, wrong) : null;
    if (form.reason === '') wrong('reason', 'Say why');
    if (form.toldYoungPerson === '') wrong('toldYoungPerson', 'Say whether the young person has been told');
    if (form.toldYoungPerson === 'no' && form.whyNotTold === '') wrong('whyNotTold', 'Say why they have not been told');
    return {
      referred,
      to: referred ? to : null,
      reference: referred && form.reference !== '' ? form.reference : null,
      reason: form.reason,
      referral,
      toldYoungPerson: form.toldYoungPerson === 'yes' ? 'yes' : 'no',
      whyNotTold: form.toldYoungPerson === 'no' ? form.whyNotTold : null,
      known: form.known,
    };
  });
}

function readReferral(
  form: Fields,
  zone: string,
  now: Instant,
  isPractitioner: (id: string) => boolean,
  wrong: (path: keyof Fields, message: string) => void,
): Referral | null {
  const made = { day: form.madeDay, month: form.madeMonth, year: form.madeYear };
  const madeAt = readMoment(made, form.madeTime, zone);
  if (madeAt === null || madeAt > now) wrong('madeDay', 'Give the day and time it was referred, not in the future');
  const aware = { day: form.awareDay, month: form.awareMonth, year: form.awareYear };
  const awareAt = readMoment(aware, form.awareTime, zone);
  if (awareAt === null || awareAt > now) wrong('awareDay', 'Give the day and time somebody first knew');
  else if (madeAt !== null && awareAt > madeAt)
    wrong('awareDay', 'It was referred before this. Give when somebody first knew');
  if (!isPractitioner(form.referredBy)) wrong('referredBy', 'Choose who referred it');
  if (!isPractitioner(form.awareBy)) wrong('awareBy', 'Choose who first knew');
  const owed = { day: form.owedDay, month: form.owedMonth, year: form.owedYear };
  const owedAt = form.written === 'owed' ? readMoment(owed, '17:00', zone) : null;
  if (form.written === '') wrong('written', 'Say whether the written follow-up has been sent');
  if (form.written === 'owed' && owedAt === null) wrong('owedDay', 'Give the day the written follow-up is due');
  if (madeAt === null || awareAt === null) return null;
  return {
    by: form.referredBy,
    madeAt,
    written: owedAt === null ? { sent: true } : { sent: false, dueAt: owedAt },
    awareBy: form.awareBy,
    awareAt,
    reasonForDelay: form.reasonForDelay === '' ? null : form.reasonForDelay,
  };
}
