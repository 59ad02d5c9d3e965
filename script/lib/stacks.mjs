/**
 * Makes stacks name the lines of the sources, as Node's own source maps do. Node reads the map of every file it loads,
 * those of packages too: a quarter of what loading the house costs. Here a map is read when a stack is, of our files alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** From here on `error.stack` names sources, in this process. */
export function nameSourcesInStacks() {
  Error.prepareStackTrace = (error, frames) => [headOf(error), ...frames.map(lineOf)].join('\n    at ');
}

function headOf(error) {
  try {
    return String(error);
  } catch {
    return 'Error';
  }
}

function lineOf(frame) {
  const file = frame.getFileName();
  const place = placeIn(file, frame.getLineNumber(), frame.getColumnNumber());
  return place === null ? String(frame) : String(frame).replace(/[^( ]*:\d+:\d+/, place);
}

/** Null for what is not ours, or has no map. Lines and columns of a stack begin at 1, those of a map at 0. */
function placeIn(file, line, column) {
  const map = file?.startsWith(DIST) ? mapOf(file) : null;
  const { originalSource, originalLine, originalColumn } = map?.findEntry(line - 1, column - 1) ?? {};
  if (originalSource === undefined) return null;
  return `${resolve(dirname(file), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
}

const maps = new Map();

function mapOf(file) {
  if (!maps.has(file)) maps.set(file, existsSync(`${file}.map`) ? readMap(`${file}.map`) : null);
  return maps.get(file);
}

const readMap = (file) => new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
