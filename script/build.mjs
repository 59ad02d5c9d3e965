/**
 * Brings dist/ up to date with src/ and dialogs/, and says nothing: TypeScript is transpiled, everything else the
 * running service reads (SQL, pages, styles) is copied, what has no source any more is removed.
 *
 * Types are not checked here (`npm run typecheck` does): every tool calls this before it starts, so an up-to-date tree
 * must cost a few milliseconds. A file is stale when it, or what decides how it is made, is newer than what was made of
 * it.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { madeAt } from './lib/ages.mjs';
import compile from './lib/compile.cjs';
import { layOutRules } from './lib/layout.mjs';
import { keepReadings } from './lib/readings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['src', 'dialogs'];
/** Written whenever anything was made or removed. */
const BUILT = 'dist/built';
/** What decides how things are made: newer than what was made, it makes it stale. */
const MAKERS = ['script/build.mjs', 'script/lib/compile.cjs'];

const SWC_OPTIONS = { ...compile, swcrc: false, sourceMaps: true, inlineSourcesContent: false };

/** Makes whatever is missing or stale in dist/. Returns how many files were made or removed. */
export async function build() {
  const script = Math.max(...MAKERS.map((path) => madeAt(join(root, path))));
  const wanted = new Set();
  const stale = [];
  for (const source of rooms.flatMap((room) => filesUnder(room))) {
    if (source.endsWith('.d.ts') || source.endsWith('.md')) continue;
    const target = targetOf(source);
    wanted.add(target);
    if (source.endsWith('.ts')) wanted.add(`${target}.map`);
    if (madeAt(join(root, target)) <= Math.max(madeAt(join(root, source)), script)) stale.push({ source, target });
  }
  const left = rooms.flatMap((room) => filesUnder(join('dist', room))).filter((file) => !wanted.has(file));
  left.forEach((file) => rmSync(join(root, file), { force: true }));
  const typescript = stale.filter(({ source }) => source.endsWith('.ts'));
  stale.filter(({ source }) => !source.endsWith('.ts')).forEach(copy);
  if (typescript.length > 0) await transpile(typescript);
  // The layout first: what reads the rules afterwards need not lay them out.
  const laidOut = layOutRules(root);
  const kept = keepReadings(root);
  const made = stale.length + left.length + (laidOut ? 1 : 0) + (kept ? 1 : 0);
  if (made > 0) writeFileSync(join(root, BUILT), '');
  return made;
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function targetOf(source) {
  return join('dist', source.replace(/\.ts$/, '.js'));
}

function copy({ source, target }) {
  place(target, (path) => copyFileSync(join(root, source), path));
}

async function transpile(files) {
  // Loaded only when needed: the compiler alone takes longer to load than an up-to-date build takes to check.
  const { transformSync } = await import('@swc/core');
  for (const { source, target } of files) {
    const { code, map } = transformSync(readFileSync(join(root, source), 'utf8'), {
      ...SWC_OPTIONS,
      filename: join(root, source),
    });
    place(`${target}.map`, (path) => writeFileSync(path, map));
    place(target, (path) => writeFileSync(path, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`));
  }
}

/** Writes elsewhere and renames, so that a tool starting at the same moment never reads half a file. */
function place(target, write) {
  const path = join(root, target);
  const unfinished = join(root, 'dist/.unfinished', `${process.pid}-${basename(target)}`);
  mkdirSync(dirname(unfinished), { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  write(unfinished);
  renameSync(unfinished, path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
