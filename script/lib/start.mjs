/** Prepares the checkout, then becomes the service in practice mode: a second process would only start later. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import './prepare.mjs';
import { nameSourcesInStacks } from './stacks.mjs';

if (!process.exitCode) {
  process.argv.splice(2, 0, '--practice');
  nameSourcesInStacks();
  createRequire(import.meta.url)(fileURLToPath(new URL('../../dist/src/server.js', import.meta.url)));
}
