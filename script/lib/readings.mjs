/**
 * Reads and checks everything that is authored once, so that a tool need not do so at each start: a third of a start was
 * spent on it. What is kept names the files and the code it was made of, so that it can never be stale.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { madeAt, newest } from './ages.mjs';

const AUTHORED = ['templates', 'escalation-rules'];
/** The rooms that read it, and those whose code they check it with: as in src/authored/readBefore.ts. */
const ROOMS = ['authored', 'escalation', 'retention', 'safeguarding', 'vocabulary', 'wording'];
const MAKERS = 'script/lib';
const KEPT = 'dist/readings';
/** Written last: when it was all made. */
const MADE = join(KEPT, 'made');

/** Makes `dist/readings/` anew when an authored file, or code that reads one, is newer. Returns whether it did. */
export function keepReadings(root) {
  const sources = [...AUTHORED, ...ROOMS.map((room) => join('dist/src', room)), MAKERS].map((path) => join(root, path));
  if (!sources.every((path) => existsSync(path))) return false;
  if (sources.every((path) => newest(path) < madeAt(join(root, MADE)))) return false;
  const readings = createRequire(import.meta.url)(join(root, 'dist/src/authored/readings.js'));
  mkdirSync(join(root, KEPT), { recursive: true });
  const rooms = { '.ts': join(root, 'src'), '.js': join(root, 'dist/src') };
  for (const { name, bytes } of readings.keepReadings(root, rooms)) place(join(root, KEPT, `${name}.bin`), bytes);
  writeFileSync(join(root, MADE), '');
  return true;
}

/** Whole or not at all: a tool may be starting at the same moment. */
function place(path, bytes) {
  if (bytes === null) return rmSync(path, { force: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
