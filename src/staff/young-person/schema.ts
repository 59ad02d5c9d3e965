import { z } from 'zod';
import { RETURN_TALK_OUTCOMES, type Instant } from '../../vocabulary';
import { readMoment } from '../words/readLocal';

export const phoneForm = z.object({
  how: z.enum(['face-to-face', 'second-safe-way'], 'Say how you know that they have the phone'),
});

export const missedForm = z.object({
  message: z.string('Choose the message').min(1, 'Choose the message').max(100),
  level: z.enum(['worry', 'urgent', 'immediate'], 'Choose how fast a human must know'),
  reason: z.string('Say what you see in it').trim().min(1, 'Say what you see in it').max(2000),
});

const typed = z.string().trim().max(10).default('');

/** Since when nobody knows where they are, in the organisation's zone. */
export function missingForm(zone: string, now: Instant) {
  return z
    .object({ sinceDay: typed, sinceMonth: typed, sinceYear: typed, sinceTime: typed })
    .transform(({ sinceDay: day, sinceMonth: month, sinceYear: year, sinceTime }, context) => {
      const since = readMoment({ day, month, year }, sinceTime, zone);
      if (since !== null && since <= now) return { since };
      const message = 'Give the day and time since when nobody knows where they are, not in the future';
      context.addIssue({ code: 'custom', path: ['sinceDay'], message });
      return z.NEVER;
    });
}

export const talkForm = z.object({
  outcome: z.enum(RETURN_TALK_OUTCOMES, 'Say how the offer went'),
});
