/**
 * Caches what V8 compiled of the files a tool loads (the code that does not depend on the machine, its source, and
 * where each `require` led), so that the next start reads one file instead of finding, reading and compiling eight
 * hundred. Node does the same by itself from version 22 on (`module.enableCompileCache`).
 *
 * The cache is never stale: a file whose size or time has changed is loaded as usual, and after a build or an install
 * the whole cache is made anew. Where it cannot be written the next start is slower, and nothing else happens.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import vm from 'node:vm';

import { madeAt } from './ages.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'dist/compiled');
/** What changes when a file comes or goes: after that a `require` may lead elsewhere. */
const MAKERS = ['dist/built', 'node_modules/.package-lock.json', 'script/lib/keptCode.mjs'];
const [BEFORE, AFTER] = Module.wrap('\0').split('\0');
const LENGTH_BYTES = 4;

/**
 * V8 accepts cached code only under the flags it was compiled under, so all flags that are set while a tool works are
 * set here, before anything is loaded. `--no-regexp-tier-up`: regular expressions are compiled to machine code at once,
 * since the interpreted form V8 makes first takes longer to optimise than everything else (a tenth of a second where a
 * conversation has begun). `--no-flush-bytecode`: V8 forgets the code of what has not run for a while, and what a module
 * does when it is loaded runs once: it would be missing in the cache, which is written after the work, and each start
 * would read the source of every module again. The other flag: `src/authored/forgetSoon.ts`. For records in memory:
 * `src/record/embedded/embeddedDatabase.ts`.
 */
const FLAGS = ['--no-regexp-tier-up', '--no-allocation-site-pretenuring', '--no-flush-bytecode'];
const IN_MEMORY = ['rehearse', 'simulate'];
const FLAGS_IN_MEMORY = ['--wasm-tiering-budget=2000000000'];

/**
 * From here on this process loads required files from the cache of this name. Returns the function that writes the
 * cache where something was missing in it: call it when the work is done.
 */
export function useKeptCode(name) {
  [...FLAGS, ...(IN_MEMORY.includes(name) ? FLAGS_IN_MEMORY : [])].forEach((flag) => setFlagsFromString(flag));
  const file = join(FOLDER, `${name}.bin`);
  const stamp = [cachedDataVersionTag(), ...MAKERS.map((path) => madeAt(join(ROOT, path)))].join(' ');
  const kept = readKept(file, stamp);
  const led = new Map(kept.led);
  const loaded = [];
  let isNew = false;

  const resolve = Module._resolveFilename;
  Module._resolveFilename = function resolveOnce(request, parent, isMain, options) {
    const from = options === undefined ? parent?.filename : undefined;
    if (!from) return resolve.call(this, request, parent, isMain, options);
    const key = `${dirname(from)}\0${request}`;
    if (!led.has(key)) led.set(key, resolve.call(this, request, parent, isMain, options));
    return led.get(key);
  };

  const load = Module._extensions['.js'];
  Module._extensions['.js'] = function loadKept(module, path) {
    const before = kept.files.get(path);
    if (before?.state !== stateOf(path)) return load.call(this, module, path);
    const source = before.source.toString(before.encoding);
    const script = scriptOf(source, path, before.code);
    if (script.cachedDataRejected) isNew = true;
    loaded.push({ ...before, script });
    return run(script, module, path);
  };

  const compile = Module.prototype._compile;
  Module.prototype._compile = function compileToKeep(source, path, format) {
    const script = format === 'module' ? null : scriptOrNull(source, path);
    if (script === null) return compile.call(this, source, path, format);
    isNew = true;
    const encoding = Buffer.byteLength(source) === source.length ? 'latin1' : 'utf8';
    loaded.push({ path, state: stateOf(path), encoding, source: Buffer.from(source, encoding), script });
    return run(script, this, path);
  };

  return () => {
    if (!isNew) return;
    const now = loaded.map(({ script, ...one }) => ({ ...one, code: script.createCachedData() }));
    const others = [...kept.files.values()].filter(({ path }) => !now.some((one) => one.path === path));
    keep(file, { stamp, led: [...led], files: [...now, ...others] });
  };
}

function stateOf(path) {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

function scriptOf(source, filename, cachedData) {
  return new vm.Script(BEFORE + source + AFTER, {
    filename,
    cachedData,
    columnOffset: -BEFORE.length,
  });
}

/** Null for what Node itself has to read or refuse: an ES module, one that imports such, a mistake. */
function scriptOrNull(source, path) {
  if (/\bimport\s*\(/.test(source)) return null;
  try {
    return scriptOf(source, path);
  } catch {
    return null;
  }
}

function run(script, module, path) {
  const require = (request) => module.require(request);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return script.runInThisContext().call(module.exports, module.exports, require, module, path, dirname(path));
}

/** The file: a length, an index as JSON, and then every source and its code one after the other. */
function keep(file, { stamp, led, files }) {
  const places = files.map(({ source, code, ...one }) => {
    return { ...one, sourceBytes: source.length, codeBytes: code.length };
  });
  const head = Buffer.from(JSON.stringify({ stamp, led, places }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  try {
    mkdirSync(FOLDER, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([length, head, ...files.flatMap(({ source, code }) => [source, code])]));
    renameSync(unfinished, file);
  } catch {
    return;
  }
}

function readKept(file, stamp) {
  const files = new Map();
  try {
    const bytes = readFileSync(file);
    let at = LENGTH_BYTES + bytes.readUInt32LE(0);
    const head = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, at));
    if (head.stamp !== stamp) return { led: [], files };
    const next = (length) => bytes.subarray(at, (at += length));
    for (const { path, state, encoding, sourceBytes, codeBytes } of head.places) {
      files.set(path, { path, state, encoding, source: next(sourceBytes), code: next(codeBytes) });
    }
    return { led: head.led, files };
  } catch {
    return { led: [], files: new Map() };
  }
}
