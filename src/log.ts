/**
 * Facts about the running service, for the people who keep it running: ids, levels, counts and durations only. What a
 * young person or a practitioner wrote, their names, numbers, addresses and tokens can never come through here: a
 * field passes only when its name is on the list below *and* its value has the shape of an id, a number or a short
 * word. Whatever else is handed in is dropped and counted in `dropped`.
 */
import pino, { type DestinationStream } from 'pino';

import type { Log } from './acts/ports';

/** Every field a log line may have. People are not among them: a roster id can be a first name. */
export const LOG_FIELDS = {
  /** Ids of rows, and of things at the carrier: UUIDs and SIDs, nothing else. */
  ids: 'id line message concern notice delivery commitment errand checkIn note event job session sid'.split(' '),
  /** One word each: what kind of thing it is, where in the service, what went wrong, a moment. */
  words: (
    'kind level nature channel provider template rule step state reason act name code ' +
    'part role mode queue migration method route signal version at dueAt since'
  ).split(' '),
  /** How much, how many, how long. */
  numbers: 'count attempt attempts ms lateMs afterMs status port seq'.split(' '),
  errors: ['error'],
};

export type LogLevel = 'info' | 'warn' | 'error' | 'silent';

/** `to` is where lines go, one JSON object each; stdout unless given. `part` names the process. */
export function createLog(options: {
  readonly level: LogLevel;
  readonly part: string;
  readonly to?: DestinationStream;
}): Log {
  const logger = pino(
    {
      level: options.level,
      base: { part: options.part, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (severity) => ({ severity }) },
      messageKey: 'said',
    },
    options.to ?? pino.destination({ fd: 1, sync: true }),
  );
  return {
    info: (fields, said) => logger.info(onlyFacts(fields), said),
    warn: (fields, said) => logger.warn(onlyFacts(fields), said),
    error: (fields, said) => logger.error(onlyFacts(fields), said),
  };
}

/** The fields that may be logged, and how many were not. */
export function onlyFacts(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (LOG_FIELDS.errors.includes(name)) kept[name] = withoutWords(value);
    else if (isFact(name, value)) kept[name] = value;
    else if (value !== undefined) dropped += 1;
  }
  return dropped === 0 ? kept : { ...kept, dropped };
}

const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{2}[0-9a-f]{32})$/;
/** Letters, digits and joints, without a space. */
const WORD = /^[\w.:/{}-]{1,80}$/;
const PHONE = /^\d{7,15}$/;

function isFact(name: string, value: unknown): boolean {
  const known = Object.values(LOG_FIELDS).some((names) => names.includes(name));
  if (value === null || typeof value === 'boolean') return known;
  if (LOG_FIELDS.ids.includes(name)) return typeof value === 'string' && ID.test(value);
  if (LOG_FIELDS.numbers.includes(name)) return typeof value === 'number';
  return LOG_FIELDS.words.includes(name) && isWord(value);
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && WORD.test(value) && !PHONE.test(value);
}

/**
 * An error as its name, code and the places it passed through. Its message is left out: a database, a parser and a
 * provider all quote what they choked on.
 */
function withoutWords(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    name: error.constructor.name,
    ...(isWord(code) ? { code } : {}),
    places: placesOf(error),
    ...(error.cause === undefined ? {} : { cause: withoutWords(error.cause) }),
  };
}

/** The stack begins with the message, and a message may itself have lines that look like places: cut it off first. */
function placesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const messageAt = stack.indexOf(error.message);
  if (messageAt < 0) return [];
  return stack
    .slice(messageAt + error.message.length)
    .split('\n')
    .filter((row) => /^ {4}at \S.*:\d+:\d+\)?$/.test(row))
    .slice(0, 12)
    .map((row) => row.trim());
}
