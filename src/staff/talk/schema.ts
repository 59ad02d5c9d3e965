import { z } from 'zod';
import { SAFE_SAID, TALK_WAYS, type Instant, type SafeSaid, type TalkWay } from '../../vocabulary';
import { readMoment } from '../words/readLocal';

/** A talk as the form holds it: the moment is a real one, in UTC. */
export interface TalkForm {
  readonly way: TalkWay;
  readonly spokenAt: Instant;
  readonly safe: SafeSaid;
  readonly words: string;
}

const typed = (limit: number) => z.string().trim().max(limit).default('');

/** Reads it in the organisation's zone; what has not been said yet cannot be noted. */
export function talkForm(zone: string, now: Instant) {
  return z
    .object({
      way: z.enum(TALK_WAYS, 'Say how you spoke'),
      spokenDay: typed(2),
      spokenMonth: typed(2),
      spokenYear: typed(4),
      spokenTime: typed(10),
      safe: z.enum(SAFE_SAID, 'Say what they answered, or that you did not ask'),
      words: z.string().trim().max(4000, 'Keep this under 4,000 characters').default(''),
    })
    .transform(({ way, safe, words, ...form }, context): TalkForm => {
      const day = { day: form.spokenDay, month: form.spokenMonth, year: form.spokenYear };
      const spokenAt = readMoment(day, form.spokenTime, zone);
      if (spokenAt === null || spokenAt > now) {
        const message = 'Give the day and time you spoke, not in the future';
        context.addIssue({ code: 'custom', path: ['spokenDay'], message });
        return z.NEVER;
      }
      return { way, spokenAt, safe, words };
    });
}
