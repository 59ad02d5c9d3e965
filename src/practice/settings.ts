import { z } from 'zod';
import { optOutPlan } from './network/optOut';
import { E164, phoneList } from './phones';

/** How fast the practice network lives. Tests set everything to nought. */
export const pace = z.strictObject({
  /** From acceptance to "sent", and from "sent" to "delivered". */
  sentMs: z.number().min(0).default(300),
  deliveredMs: z.number().min(0).default(700),
  /** Speaking one character aloud: about 150 words a minute. */
  speechMsPerCharacter: z.number().min(0).default(65),
  /** Between two attempts to reach the service. */
  retryMs: z.number().min(0).default(1_000),
});

export type Pace = z.infer<typeof pace>;

export const practiceSettings = z.strictObject({
  /** Practice answers on the loopback address only unless told otherwise: it has no sign-in. */
  host: z.string().default('127.0.0.1'),
  /** 0 = any free port. */
  port: z.number().int().min(0).max(65_535).default(0),
  smtpPort: z.number().int().min(0).max(65_535).default(0),
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
  authToken: z.string().min(16),
  /** The number the service texts and rings from. */
  serviceNumber: E164,
  messagingServiceSid: z
    .string()
    .regex(/^MG[0-9a-f]{32}$/)
    .nullable()
    .default(null),
  /** Where texts and calls to that number are brought, as the carrier's console would hold it. */
  textsUrl: z.url(),
  callsUrl: z.url(),
  /** Where they are brought when the first address does not answer; null = nowhere. */
  fallbackTextsUrl: z.url().nullable().default(null),
  fallbackCallsUrl: z.url().nullable().default(null),
  /** Dials this origin in place of the addresses' own, as a proxy in front of the service would; signatures keep theirs. */
  dialOrigin: z.url().nullable().default(null),
  optOut: optOutPlan.prefault({}),
  pace: pace.prefault({}),
  phones: phoneList.default({ organisation: 'Practice', phones: [] }),
});

export type PracticeSettings = z.infer<typeof practiceSettings>;
export type PracticeOptions = z.input<typeof practiceSettings>;
