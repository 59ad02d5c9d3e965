import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build parsed already, by the hash of each file's content; null where nothing was built (tests). */
let parsed: Readonly<Record<string, unknown>> | null | undefined;

/**
 * The parsed value of authored text when the build has met exactly this text; undefined when it has not. A fault is
 * never remembered: text with one is parsed again, for its line.
 */
export function parsedBefore(source: string): unknown {
  parsed ??= readParsed(join(__dirname, '../../authored.json'));
  return parsed?.[createHash('sha256').update(source).digest('hex')];
}

function readParsed(file: string): Readonly<Record<string, unknown>> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;
}
