/**
 * What auditor and watcher are told by their environment. They read it themselves: a setting that stops the service must
 * not stop those who watch it. Every number may be somebody outside the organisation.
 */
import { z } from 'zod';

const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, 'must be numbers with their country code, commas between them');
const phones = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
  .pipe(z.array(phone));
const url = z.url({ protocol: /^https?$/, error: 'must be an address starting with http:// or https://' });

/** What `npm run -s config` prints of these, besides the carrier's account, which they share with the service. */
export const WATCHING_SETTINGS = [
  { name: 'AUDITOR_PORT', of: 'auditor', help: 'The port of its heartbeat, for the watcher. Default: 8081.' },
  {
    name: 'PAGE_TO',
    of: 'auditor, watcher',
    help: 'Numbers paged, commas between them. The auditor pages the administrators of the record besides.',
  },
  { name: 'AUDITOR_URL', of: 'watcher', help: 'Where the auditor answers: http://host:8081. The watcher needs it.' },
  { name: 'SILENCE_MINUTES', of: 'watcher', help: 'Minutes without a heartbeat before somebody is paged. Default: 5.' },
] as const;

/** The carrier account pages go out by. */
const CARRIER = {
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be "AC" and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_NUMBER: phone,
  TWILIO_API_URL: url.default('https://api.twilio.com'),
};

const AUDITOR = z.object({
  ...CARRIER,
  AUDITOR_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  /** Paged besides the administrators, and alone when the record cannot be read. */
  PAGE_TO: phones.default([]),
});

const WATCHER = z.object({
  ...CARRIER,
  /** Where the auditor answers. */
  AUDITOR_URL: url,
  PAGE_TO: phones.refine((list) => list.length > 0, 'must name at least one number'),
  /** Minutes without a heartbeat before somebody is paged. */
  SILENCE_MINUTES: z.coerce.number().min(1).max(60).default(5),
});

export type AuditorSettings = z.output<typeof AUDITOR>;
export type WatcherSettings = z.output<typeof WATCHER>;
type Environment = Readonly<Record<string, string | undefined>>;

/** Throws an error whose message names each setting at fault and repeats no value. */
export const auditorSettings = (env: Environment): AuditorSettings => read(AUDITOR, env);
export const watcherSettings = (env: Environment): WatcherSettings => read(WATCHER, env);

function read<Shape extends z.ZodType>(shape: Shape, env: Environment): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path[0]?.toString()} ${issue.message}`);
  throw new Error(`These settings cannot be used:\n${faults.join('\n')}`);
}

/** The account in the shape a page wants it. */
export function accountOf(settings: AuditorSettings | WatcherSettings) {
  return {
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    from: settings.TWILIO_NUMBER,
    apiUrl: settings.TWILIO_API_URL,
  };
}
