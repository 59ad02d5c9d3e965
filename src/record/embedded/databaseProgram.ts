import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { PGliteOptions } from '@electric-sql/pglite';

type Compiled = NonNullable<PGliteOptions['pgliteWasmModule']>;
/** What we use of it; the types of Node leave it to those of a browser. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<Compiled> };

let compiled: Promise<Compiled> | undefined;

/**
 * Compiles the database's WebAssembly once a process, however many databases it opens. Other threads compile, so it costs
 * no time where it is called before this thread has other work.
 */
export function compileHere(): Promise<Compiled> {
  const file = join(dirname(require.resolve('@electric-sql/pglite')), 'pglite.wasm');
  compiled ??= WebAssembly.compile(readFileSync(file));
  return compiled;
}
