import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside the built code, and for tests, which run the sources, in dist/. */
const PLACES = ['../../authored.json', '../../dist/authored.json'];

/** What the build parsed already, by the hash of each file's content; nothing where nothing was built. */
let parsed: Readonly<Record<string, unknown>> | undefined;

/**
 * The parsed value of authored text when the build has met exactly this text; undefined when it has not. A fault is
 * never remembered: text with one is parsed again, for its line.
 */
export function parsedBefore(source: string): unknown {
  parsed ??= readParsed(PLACES.map((place) => join(__dirname, place)).find((file) => existsSync(file)));
  return parsed[createHash('sha256').update(source).digest('hex')];
}

function readParsed(file: string | undefined): Readonly<Record<string, unknown>> {
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
}
