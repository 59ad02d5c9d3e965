/**
 * Runs everything `script/test` promises, in order, showing each step, and ends with the line `N passed, N failed`.
 * Types, lint and format each count as one check; tests are counted by jest.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { missingParts, provideParts } from './parts.mjs';
import servers from './servers.cjs';

/**
 * A step that has not ended by then is ended: tests that leave something open would otherwise hang for ever. All of it takes
 * 11 to 13 minutes on two cores; a machine that is half as fast today hangs at nothing.
 */
const STEP_LIMIT_MS = 30 * 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const strict = process.env.CI === 'true';
const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** Everything the tests and their servers write goes in here, and goes away with it. Open: Postgres is not root. */
const folder = mkdtempSync(join(tmpdir(), 'between-visits-'));
chmodSync(folder, 0o755);
process.env.TMPDIR = folder;

const stopping = [];
/** The processes under way. */
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => interrupted(signal));
process.exitCode = await testAll(values.only);

/** Returns the exit code. */
async function testAll(only) {
  const startedAt = Date.now();
  const sum = { passed: 0, failed: 0 };
  provideParts();
  const missing = missingParts();
  // Beside each other, since none of them uses more than one core.
  const checks = only === undefined ? ['typecheck', 'lint', 'format'] : [];
  for (const ok of await Promise.all(checks.map(check))) count(sum, ok);
  try {
    await startServers(missing);
    const tests = await runJest(only);
    sum.passed += tests.passed;
    sum.failed += tests.failed;
    report(missing, tests.notRun);
  } catch (error) {
    say(`The tests could not be run: ${error.message}`);
    sum.failed += 1;
  } finally {
    await cleanUp();
  }
  if (strict) sum.failed += missing.length;
  say(`Took ${Math.round((Date.now() - startedAt) / 1_000)} s.`);
  process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 ? 0 : 1;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function count(sum, ok) {
  sum[ok ? 'passed' : 'failed'] += 1;
}

/** One of the checks that are not tests; what it said is shown when it has ended. Resolves to whether it holds. */
async function check(name) {
  const said = [];
  const code = await run('npm', ['run', '-s', name], 'pipe', (chunk) => said.push(chunk));
  process.stdout.write(`\n== ${name}\n${Buffer.concat(said).toString('utf8')}`);
  say(code === 0 ? `${name}: ok` : `${name}: FAILED`);
  return code === 0;
}

/** Resolves to the exit code; null when the process had to be ended. `hear` is given what it says into a pipe. */
function run(program, argv, output, hear = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { cwd: root, stdio: ['ignore', output, output], timeout: STEP_LIMIT_MS });
    children.add(child);
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
}

async function startServers(missing) {
  const has = (name) => !missing.some((part) => part.name === name);
  say('\n== private servers');
  if (has('PostgreSQL') && !process.env.TEST_DATABASE_URL) {
    process.env.TEST_DATABASE_URL = (await started(servers.startPostgres())).url;
  }
  if (has('Redis') && !process.env.TEST_REDIS_URL) {
    process.env.TEST_REDIS_URL = (await started(servers.startRedis())).url;
  }
  if (has('Chromium')) process.env.CHROMIUM = servers.findChromium();
  say(`Postgres ${process.env.TEST_DATABASE_URL ?? 'missing'}`);
  say(`Redis    ${process.env.TEST_REDIS_URL ?? 'missing'}`);
  say(`Chromium ${process.env.CHROMIUM ?? 'missing'}`);
}

/** Remembered before it runs, so that an interrupt in the middle of a start stops it too. */
function started(server) {
  stopping.push(() =>
    server.then(
      ({ stop }) => stop(),
      () => {},
    ),
  );
  return server;
}

/** Again until none is left: a start under way when this is called may begin another one. */
async function cleanUp() {
  while (stopping.length > 0) await Promise.all(stopping.splice(0).map((stop) => stop()));
  rmSync(folder, { recursive: true, force: true });
}

async function runJest(only) {
  const results = join(folder, 'results.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  // Patterns as in the tools (script/run.mjs): each file of tests makes its own anew.
  const argv = ['--experimental-vm-modules', '--no-warnings', '--no-regexp-tier-up', jest];
  argv.push('--json', `--outputFile=${results}`, '--maxWorkers=100%');
  if (only !== undefined) argv.push('--testPathPatterns', only);
  say('\n== tests');
  const ok = (await run(process.execPath, argv, 'inherit')) === 0;
  say(ok ? 'tests: ok' : 'tests: FAILED');
  return countTests(results, ok);
}

/**
 * A test file that could not even be loaded has no tests to count: it counts as one failure. So does a run that ended
 * badly without a failed test (no test found, out of memory, out of time).
 */
function countTests(file, ok) {
  if (!existsSync(file)) return { passed: 0, failed: 1, notRun: 0 };
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    notRun: results.numPendingTests + results.numTodoTests,
  };
}

function report(missing, notRun) {
  if (missing.length === 0 && notRun === 0) return;
  say(`\n${notRun} tests were NOT RUN.`);
  missing.forEach(({ name, howToGetIt }) => say(`  ${name} is missing. ${howToGetIt}`));
}

async function interrupted(signal) {
  children.forEach((child) => child.kill(signal));
  await cleanUp();
  process.exit(130);
}
