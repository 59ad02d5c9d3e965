/**
 * Runs one of the tools of src/tools/ (`node script/run.mjs assess --help`), building first what is stale.
 * Only the tool itself ever writes to stdout.
 */
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name = '', ...argv] = process.argv.slice(2);
const toolOf = (part) => fileURLToPath(new URL(part, import.meta.url));

if (!existsSync(toolOf('../node_modules/@swc/core'))) {
  fail('The packages are not installed. Run `npm ci`, or `script/start`, which does it by itself.');
}
if (!/^[a-z-]+$/.test(name) || !existsSync(toolOf(`../src/tools/${name}.ts`))) {
  fail(`There is no tool "${name}". The tools are the files of src/tools/.`);
}

process.setSourceMapsEnabled(true);
const { build } = await import('./build.mjs');
await build();
const { main } = createRequire(import.meta.url)(toolOf(`../dist/src/tools/${name}.js`));
process.exitCode = await main(argv);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
