/**
 * Runs one of the tools of src/tools/ (`node script/run.mjs assess --help`), building first what is stale. In an image
 * there is only dist/, and nothing to build. Only the tool itself ever writes to stdout.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { nameSourcesInStacks } from './lib/stacks.mjs';

const [name = '', ...argv] = process.argv.slice(2);
const place = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

if (existsSync(place('src'))) {
  if (!existsSync(place('node_modules/@swc/core'))) {
    refuse('The packages are not installed. Run `npm ci`, or `script/start`, which does it by itself.');
  }
  const { build } = await import('./build.mjs');
  await build();
}
const tool = place(`dist/src/tools/${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(tool)) {
  refuse(`There is no tool "${name}". The tools are the files of src/tools/.`);
}

nameSourcesInStacks();
process.exitCode = await createRequire(import.meta.url)(tool).main(argv);

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
