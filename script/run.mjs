/**
 * Runs one of the tools of src/tools/ (`node script/run.mjs assess --help`), building first what is stale. In an image
 * there is only dist/, and nothing to build. Only the tool itself ever writes to stdout.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { useKeptCode } from './lib/keptCode.mjs';
import { nameSourcesInStacks } from './lib/stacks.mjs';

const PRINT_AS_THEY_GO = ['assess', 'rehearse', 'simulate'];
/** What a shell says of a program that wrote where nobody reads: 128 and the number of SIGPIPE. */
const ENDED_BY_A_CLOSED_PIPE = 141;

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

for (const stream of [process.stdout, process.stderr]) stream.on('error', readNoMore);

nameSourcesInStacks();
const keepCode = useKeptCode(name);
process.exitCode = await createRequire(import.meta.url)(tool).main(argv);
keepCode();

/** Whoever read along has gone (`| head -1`): what prints as it goes and keeps nothing ends; the others end their work. */
function readNoMore(error) {
  if (error.code !== 'EPIPE') throw error;
  if (PRINT_AS_THEY_GO.includes(name)) process.exit(ENDED_BY_A_CLOSED_PIPE);
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
