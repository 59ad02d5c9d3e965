/**
 * Runs everything `script/test` promises, in order, showing each step, and ends with the line `N passed, N failed`.
 * Types, lint and format each count as one check; tests are counted by jest.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { missingParts, provideParts } from './parts.mjs';
import servers from './servers.cjs';

const HELP = `Usage: script/test [--only <pattern>]

Without anything: types, lint, format, and every test, on the embedded record and on real Postgres, Redis and Chromium.
  --only <pattern>   only the test files whose path matches (no types, lint or format): for a quick loop
`;

/** A step that has not ended by then is ended: tests that leave something open would otherwise hang for ever. */
const STEP_LIMIT_MS = 15 * 60_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const strict = process.env.CI === 'true';
const stopping = [];
let child = null;

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) {
  process.stdout.write(HELP);
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => interrupted(signal));
  process.exitCode = await testAll(values.only);
}

/** Returns the exit code. */
async function testAll(only) {
  const startedAt = Date.now();
  const sum = { passed: 0, failed: 0 };
  provideParts();
  const missing = missingParts();
  const checks = only === undefined ? ['typecheck', 'lint', 'format'] : [];
  for (const check of checks) count(sum, await step(check, 'npm', ['run', '-s', check]));
  try {
    await startServers(missing);
    const tests = await runJest(only);
    sum.passed += tests.passed;
    sum.failed += tests.failed;
    report(missing, tests.notRun);
  } finally {
    await stopServers();
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

async function step(title, program, argv) {
  say(`\n== ${title}`);
  const code = await new Promise((resolve, reject) => {
    child = spawn(program, argv, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: STEP_LIMIT_MS,
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  child = null;
  say(code === 0 ? `${title}: ok` : `${title}: FAILED`);
  return code === 0;
}

async function startServers(missing) {
  const has = (name) => !missing.some((part) => part.name === name);
  say('\n== private servers');
  if (has('PostgreSQL') && !process.env.TEST_DATABASE_URL) {
    const postgres = await servers.startPostgres();
    stopping.push(postgres.stop);
    process.env.TEST_DATABASE_URL = postgres.url;
  }
  if (has('Redis') && !process.env.TEST_REDIS_URL) {
    const redis = await servers.startRedis();
    stopping.push(redis.stop);
    process.env.TEST_REDIS_URL = redis.url;
  }
  if (has('Chromium')) process.env.CHROMIUM = servers.findChromium();
  say(`Postgres ${process.env.TEST_DATABASE_URL ?? 'missing'}`);
  say(`Redis    ${process.env.TEST_REDIS_URL ?? 'missing'}`);
  say(`Chromium ${process.env.CHROMIUM ?? 'missing'}`);
}

async function stopServers() {
  await Promise.all(stopping.splice(0).map((stop) => stop()));
}

async function runJest(only) {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-test-'));
  const results = join(folder, 'results.json');
  try {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const argv = ['--experimental-vm-modules', '--no-warnings', jest, '--json', `--outputFile=${results}`];
    if (only !== undefined) argv.push('--testPathPatterns', only);
    const ok = await step('tests', process.execPath, argv);
    return countTests(results, ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  child?.kill(signal);
  await stopServers();
  process.exit(130);
}
