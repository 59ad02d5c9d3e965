/**
 * Every setting of the service, and the only file that knows their names in the environment. A malformed setting
 * stops a process at its start, by name. A missing one never does: `missingForLive` lists what going live needs.
 */
import { z } from 'zod';

interface Setting<T> {
  /** The environment variable. */
  readonly name: string;
  readonly help: string;
  readonly parse: z.ZodType<T, string>;
  /** What counts when the variable is unset or empty; null when nothing does. */
  readonly fallback: string | null;
  /** Never printed: only whether it is set. */
  readonly secret: boolean;
  /** Live needs it; with `or`, one of the two will do. */
  readonly live: 'needed' | 'optional' | { readonly neededOr: string };
}

type Extra = Partial<Pick<Setting<unknown>, 'secret' | 'live'>>;

function withDefault<T>(name: string, help: string, parse: z.ZodType<T, string>, fallback: string, extra: Extra = {}) {
  return { name, help, parse, fallback, secret: false, live: 'optional' as const, ...extra };
}

function without<T>(name: string, help: string, parse: z.ZodType<T, string>, extra: Extra = {}) {
  return {
    name,
    help,
    parse: parse as z.ZodType<T | null, string>,
    fallback: null,
    secret: false,
    live: 'optional' as const,
    ...extra,
  };
}

const text = z.string();
/** Whether the text is a port as the settings take one. */
export const isPort = (given: string): boolean => /^\d{1,5}$/.test(given) && Number(given) <= 65_535;
const port = text.refine(isPort, 'must be a port number, 0 to 65535 (0 takes any free one)').transform(Number);
const yesNo = z.enum(['yes', 'no'], 'must be "yes" or "no"').transform((value) => value === 'yes');
const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, 'must be a number with its country code, such as +44...');
const address = (...schemes: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error: `must be an address starting with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `must be one of: ${values.join(', ')}`);

const SETTINGS = {
  mode: withDefault(
    'MODE',
    '"live", or "practice" for an invented organisation on this machine only (script/start sets it).',
    oneOf(['live', 'practice']),
    'live',
  ),
  role: withDefault(
    'ROLE',
    'What `server.js` does: "both" also does the work that falls due, "server" leaves it to worker processes.',
    oneOf(['both', 'server']),
    'both',
  ),
  serviceName: withDefault(
    'SERVICE_NAME',
    'What the service calls itself to young people and staff.',
    text,
    'Between Visits',
  ),
  port: withDefault('PORT', 'The port the service listens on.', port, '8080'),
  practicePort: withDefault(
    'PRACTICE_PORT',
    'The port of the stand-in carrier and phones page in practice.',
    port,
    '8090',
  ),
  publicBaseUrl: without(
    'PUBLIC_BASE_URL',
    'The address the world sees, without a slash at its end: carrier signatures and personal links are made over it.',
    address('https:', 'http:').transform((value) => value.replace(/\/+$/, '')),
    { live: 'needed' },
  ),
  trustProxy: withDefault(
    'TRUST_PROXY',
    'How many proxies stand before the service and may say who is calling.',
    z.coerce.number<string>().int().min(0).max(9),
    '0',
  ),
  dataDir: withDefault(
    'DATA_DIR',
    'Folder of the embedded record and everything else kept on this disk.',
    text,
    'data',
  ),
  spoolDir: without(
    'SPOOL_DIR',
    'Folder for sealed messages that came while the record was away. Default: DATA_DIR/spool.',
    text,
  ),
  erasuresFile: without(
    'ERASURES_FILE',
    'The sealed list of what was destroyed, which `restore` needs: keep it where backups are. Default: DATA_DIR/erasures.list.',
    text,
  ),
  databaseUrl: without(
    'DATABASE_URL',
    'The Postgres (14 or newer) that holds the record. Without it: the embedded record in DATA_DIR.',
    address('postgres:', 'postgresql:'),
    { secret: true, live: { neededOr: 'EMBEDDED_RECORD_ACCEPTED' } },
  ),
  embeddedRecordAccepted: withDefault(
    'EMBEDDED_RECORD_ACCEPTED',
    '"yes" goes live without Postgres, knowing that a power cut may lose the last messages but for the spool.',
    yesNo,
    'no',
  ),
  redisUrl: without(
    'REDIS_URL',
    'The Redis that hurries work and links several processes. Without it each process hurries only itself.',
    address('redis:', 'rediss:'),
    { secret: true },
  ),
  keys: without('KEYS', 'The sealing keys. Made by `npm run -s check -- new-keys`; the first one seals.', text, {
    secret: true,
    live: { neededOr: 'KEYS_FILE' },
  }),
  keysFile: without('KEYS_FILE', 'A file holding what KEYS would hold.', text),
  twilioAccountSid: without(
    'TWILIO_ACCOUNT_SID',
    'The Twilio account the number belongs to.',
    z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be "AC" and 32 hexadecimal digits'),
    {
      live: 'needed',
    },
  ),
  twilioAuthToken: without(
    'TWILIO_AUTH_TOKEN',
    "The account's token: sends, and checks that webhooks are Twilio's.",
    text,
    {
      secret: true,
      live: 'needed',
    },
  ),
  twilioNumber: without('TWILIO_NUMBER', 'The number young people text and are texted from.', phone, {
    live: 'needed',
  }),
  twilioMessagingServiceSid: without(
    'TWILIO_MESSAGING_SERVICE_SID',
    'The messaging service holding the number, with Advanced Opt-Out on and "end", "quit", "cancel" taken out of its words; without it those words cut a young person off.',
    z.string().regex(/^MG[0-9a-fA-F]{32}$/, 'must be "MG" and 32 hexadecimal digits'),
  ),
  twilioApiUrl: without(
    'TWILIO_API_URL',
    "Where Twilio's REST interface is, when not at Twilio (practice and tests).",
    address('https:', 'http:'),
  ),
  smtpUrl: without('SMTP_URL', 'The mail server for notices to staff.', address('smtp:', 'smtps:'), {
    secret: true,
    live: 'needed',
  }),
  emailFrom: without('EMAIL_FROM', 'The address notices to staff come from.', text, { live: 'needed' }),
  anthropicApiKey: without(
    'ANTHROPIC_API_KEY',
    'Ignored and reported unless the organisation has recorded its approval.',
    text,
    { secret: true },
  ),
  anthropicBaseUrl: without(
    'ANTHROPIC_BASE_URL',
    "Where the model is, when not at its maker's.",
    address('https:', 'http:'),
  ),
  model: withDefault('MODEL', 'The language model that reads and drafts, once approved.', text, 'claude-sonnet-5-5'),
  logLevel: withDefault(
    'LOG_LEVEL',
    'The least severe line that is logged.',
    oneOf(['info', 'warn', 'error', 'silent']),
    'info',
  ),
} as const;

type Settings = typeof SETTINGS;
export type Config = { readonly [Key in keyof Settings]: z.output<Settings[Key]['parse']> };
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be understood, one plain line each; no value is repeated, since it may be a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Reads every setting; an empty variable counts as unset. Throws SettingsError naming each malformed one. */
export function loadConfig(env: Environment): Config {
  const faults: string[] = [];
  const entries = Object.entries(SETTINGS).map(([key, setting]) => {
    const given = env[setting.name]?.trim() || setting.fallback;
    if (given === null) return [key, null];
    const read = setting.parse.safeParse(given);
    if (!read.success) faults.push(`${setting.name} ${read.error.issues[0]?.message ?? 'is malformed'}`);
    return [key, read.data];
  });
  if (faults.length > 0) throw new SettingsError(faults);
  return Object.freeze(Object.fromEntries(entries)) as Config;
}

/** What going live still needs, one line a setting with how to give it; empty when nothing is missing. */
export function missingForLive(config: Config): readonly string[] {
  const given = new Map(
    Object.entries(SETTINGS).map(([key, { name }]) => [name as string, isGiven(config[key as keyof Config])]),
  );
  return Object.values(SETTINGS as Record<string, Setting<unknown>>).flatMap(({ name, help, live }) => {
    if (live === 'optional' || given.get(name)) return [];
    if (live === 'needed') return [`${name} is not set. ${help}`];
    return given.get(live.neededOr) ? [] : [`Neither ${name} nor ${live.neededOr} is set. ${help}`];
  });
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== false;
}

/** One printable row a setting: what it is now, where that comes from, and what it means. Secrets show as "set". */
export interface SettingRow {
  readonly name: string;
  readonly value: string;
  readonly from: 'environment' | 'default' | 'not set';
  readonly neededLive: string | null;
  readonly help: string;
}

/** Every setting as it stands in this environment; a secret only as whether it is set. */
export function describeSettings(env: Environment): readonly SettingRow[] {
  return Object.values(SETTINGS as Record<string, Setting<unknown>>).map(({ name, help, fallback, secret, live }) => {
    const given = env[name]?.trim() || null;
    return {
      name,
      value: given === null ? (fallback ?? '') : secret ? '(set)' : given,
      from: given !== null ? 'environment' : fallback !== null ? 'default' : 'not set',
      neededLive: live === 'optional' ? null : live === 'needed' ? 'needed live' : `needed live, or ${live.neededOr}`,
      help,
    };
  });
}
