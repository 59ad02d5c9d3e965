/**
 * Installs the packages of package-lock.json with `npm ci` when they are not already what node_modules holds, and
 * shows how far it is. Install scripts stay off (.npmrc): nothing here needs them.
 */
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { countUnpacked, wantedHere } from './packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = join(root, 'package-lock.json');
/** A copy of the lock file the packages were installed from; `npm ci` clears it away with node_modules. */
const stamp = join(root, 'node_modules/.installed-from.json');
const packages = join(root, 'node_modules');

/** npm goes on for a while when it is told to stop; what it leaves half made, the next start makes anew. */
const STOPS_WITHIN_MS = 3_000;

/** Progress goes to stderr. Throws when npm is missing or fails. */
export async function install() {
  if (isInstalled()) return;
  refuseLink();
  const wanted = wantedHere(JSON.parse(readFileSync(lock, 'utf8')).packages);
  const startedAt = Date.now();
  const show = progress(wanted.length, startedAt);
  const timer = setInterval(() => show(countUnpacked(root, wanted, startedAt)), 1_000);
  try {
    await npm(['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error']);
  } finally {
    clearInterval(timer);
  }
  writeFileSync(stamp, readFileSync(lock));
  process.stderr.write('\nPackages installed.\n');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp).equals(readFileSync(lock));
}

/** `npm ci` empties what node_modules points at, which may be the packages of another checkout. */
function refuseLink() {
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  throw new Error(
    'node_modules is a link, and its packages are not those of package-lock.json. Installing would empty the folder it ' +
      `points at (${readlinkSync(packages)}). Remove the link (rm node_modules) and start again.`,
  );
}

function npm(argv) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const end = (signal) => {
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS).unref();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
    child.on('error', () => reject(new Error('npm is missing. It comes with Node: install Node from nodejs.org.')));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      if (code === 0) return resolve();
      const says = signal === null ? `npm ci failed (exit ${code}); its own message stands above.` : 'Stopped.';
      reject(new Error(`${says} A new start installs them again.`));
    });
  });
}

/** One line that rewrites itself on a terminal; elsewhere a line every ten seconds. */
function progress(total, startedAt) {
  let lastLineAt = startedAt;
  process.stderr.write(`Installing ${total} packages (only after the lock file has changed)...\n`);
  return (done) => {
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    const line = done === 0 ? `  npm is preparing, ${seconds} s` : `  ${done} of ${total} packages, ${seconds} s`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${line}\u001b[K`);
    } else if (Date.now() - lastLineAt >= 10_000) {
      lastLineAt = Date.now();
      process.stderr.write(`${line}\n`);
    }
  };
}
