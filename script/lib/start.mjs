/** Prepares the checkout, then becomes the service in practice mode: a second process would only start later. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { useKeptCode } from './keptCode.mjs';
import './prepare.mjs';
import { nameSourcesInStacks } from './stacks.mjs';

/** Once it serves and is quiet: what was loaded is kept for the next start. */
const KEEPS_AFTER_MS = 10_000;

if (!process.exitCode) {
  process.argv.splice(2, 0, '--practice');
  nameSourcesInStacks();
  setTimeout(useKeptCode('start'), KEEPS_AFTER_MS).unref();
  createRequire(import.meta.url)(fileURLToPath(new URL('../../dist/src/server.js', import.meta.url)));
}
