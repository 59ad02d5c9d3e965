/**
 * The rooms of the house and what each may import: the table the architecture stands on. An arrow that is not here is
 * a change of the architecture, and wants a decision note (docs/decisions/) before it wants a line in this file.
 */
export interface Room {
  /** Other rooms, or parts of one by path; an entry ending in "(types)" may be imported by `import type` only. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Deciding rooms take data and `now` and return facts: nothing of Node, no clock, no chance, no environment. */
  readonly pure?: true;
}

const PURE = ['safeguarding', 'escalation', 'rota', 'wording', 'retention'];
/** What an effect room may have of the processes' own files. */
const OWN = ['ids', 'errors', 'log'];
/** A port is met by shape; its type may be named where it is met. */
const PORTS = 'acts/ports (types)';
const STORES = 'acts/stores (types)';
const VIEWS = ['record/views/types', 'record/views (types)'];

export const ROOMS: Readonly<Record<string, Room>> = {
  vocabulary: { rooms: [], packages: [], pure: true },

  safeguarding: { rooms: ['vocabulary'], packages: ['unhomoglyph', 'modern-ahocorasick'], pure: true },
  escalation: { rooms: ['vocabulary'], packages: [], pure: true },
  rota: { rooms: ['vocabulary'], packages: [], pure: true },
  wording: { rooms: ['vocabulary'], packages: ['split-sms'], pure: true },
  retention: { rooms: ['vocabulary'], packages: [], pure: true },

  dialogs: { rooms: ['vocabulary', 'wording'], packages: ['botbuilder-dialogs'], pure: true },
  conversation: { rooms: ['vocabulary', 'wording', 'dialogs'], packages: ['botbuilder-core', 'botbuilder-dialogs'] },
  authored: { rooms: ['vocabulary', ...PURE, 'errors'], packages: ['yaml'] },
  acts: { rooms: ['vocabulary', ...PURE, 'conversation', 'errors'], packages: [] },

  keys: { rooms: ['errors'], packages: [] },
  record: { rooms: ['vocabulary', 'keys', PORTS, ...OWN], packages: ['pg', 'pg-protocol', '@electric-sql/pglite'] },
  spool: { rooms: ['vocabulary', 'keys', PORTS, ...OWN], packages: [] },
  jobs: { rooms: ['vocabulary', PORTS, ...OWN], packages: ['bullmq', 'redis'] },
  readers: { rooms: ['vocabulary', PORTS, ...OWN], packages: ['@anthropic-ai/sdk'] },

  'channels/sms': { rooms: ['vocabulary', 'keys', 'channels', PORTS, ...OWN], packages: ['express', 'twilio'] },
  // Texts and calls have one provider: its signature, its client and its refusals are written once, beside texts.
  'channels/voice': {
    rooms: ['vocabulary', 'keys', 'channels', 'channels/sms', PORTS, ...OWN],
    packages: ['express', 'twilio'],
  },
  'channels/web': { rooms: ['vocabulary', 'keys', 'channels', PORTS, ...OWN], packages: ['express', 'ws'] },
  'channels/email': { rooms: ['vocabulary', 'keys', 'channels', PORTS, ...OWN], packages: ['nodemailer'] },
  channels: { rooms: ['vocabulary', 'keys', ...OWN], packages: ['express', 'twilio'] },

  staff: {
    rooms: ['vocabulary', ...PURE, ...VIEWS, PORTS, ...OWN],
    packages: ['express', 'nunjucks', 'govuk-frontend', 'otplib', 'qrcode'],
  },
  practice: { rooms: ['vocabulary', ...OWN], packages: ['express', 'ws', 'smtp-server'] },
  audit: { rooms: ['vocabulary', ...VIEWS, ...OWN], packages: ['pg', '@electric-sql/pglite'] },
  tools: {
    rooms: ['vocabulary', 'authored', ...PURE, 'app', 'config', 'clock', PORTS, STORES, ...OWN],
    packages: ['yaml'],
  },
  config: { rooms: [], packages: [] },
  clock: { rooms: ['vocabulary', PORTS], packages: [] },
  ids: { rooms: ['vocabulary', PORTS], packages: [] },
  errors: { rooms: [], packages: [] },
  log: { rooms: [PORTS], packages: ['pino'] },
};

/**
 * The floors of a room with many parts, lowest first: a part may import those below it and none above. What lies in the
 * room itself, beside them, is below them all; its index is above.
 */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'src/app': ['service', 'missing', 'house', 'mending', 'doors', 'live', 'practice', 'audit', 'alone'],
  'src/escalation': ['table', 'standing', 'tell', 'due', 'case'],
  'src/safeguarding': [
    'text',
    'patterns',
    'reading',
    'weighing',
    'classifier',
    'earlier',
    'allegation',
    'judging',
    'review',
    'over-time',
  ],
  'src/channels/web': ['session', 'thread', 'direct-line', 'page'],
  'src/tools/train': ['lessons', 'teaching', 'figures', 'turns'],
  'src/record': ['database', 'embedded', 'chain', 'shred', 'stores', 'views', 'doors', 'backup'],
  'src/acts': [
    'who',
    'say',
    'promise',
    'concern',
    'judge',
    'line',
    'check-in',
    'talk',
    'human',
    'person',
    'receive',
    'send',
    'retention',
    'watch',
    'time',
  ],
};

/** What puts the rooms together: `app` and the files it is made of know every room, the entries know `app`. */
const KNOWS_ALL = ['app'];
const ENTRIES = {
  rooms: ['app', 'config', 'clock', 'log', 'errors', 'ids', 'practice', 'audit', 'openUntilSignal', PORTS],
  packages: ['express'],
};

/** Packages every room may use: shapes at its door, and local time. */
export const ANYWHERE = ['zod', 'luxon'];

/** The room a path from the root belongs to ("src/channels/sms/send" → "channels/sms"); null outside the house. */
export function roomOf(path: string): string | null {
  const parts = path.replace(/\.ts$/, '').split('/');
  if (parts[0] === 'dialogs') return 'dialogs';
  if (parts[0] !== 'src' || parts[1] === undefined) return null;
  const inner = `${parts[1]}/${parts[2]}`;
  return parts.length > 3 && inner in ROOMS ? inner : parts[1];
}

/** What the room may import; null for the one that knows all, and undefined for a room that is not in the table. */
export function tableOf(room: string, path: string): Room | null | undefined {
  if (room in ROOMS) return ROOMS[room];
  if (KNOWS_ALL.includes(room)) return null;
  return path.split('/').length === 2 ? ENTRIES : undefined;
}
