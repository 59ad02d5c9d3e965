/**
 * What the tests need beside Node: a PostgreSQL server, a Redis server and a Chromium. On Debian and Ubuntu, as root,
 * what is missing is installed; anywhere else it is named, with how to get it.
 */
import { spawnSync } from 'node:child_process';
import { platform } from 'node:os';

import servers from './servers.cjs';

const PARTS = [
  {
    name: 'PostgreSQL',
    isThere: () => Boolean(process.env.TEST_DATABASE_URL || servers.findPostgres('initdb')),
    debian: 'postgresql',
    brew: 'postgresql@16',
    orElse: 'or set TEST_DATABASE_URL to a server where databases may be made (version 14 or newer)',
  },
  {
    name: 'Redis',
    isThere: () => Boolean(servers.findProgram('redis-server')),
    debian: 'redis-server',
    brew: 'redis',
    orElse: 'so that redis-server is on the PATH',
  },
  {
    name: 'Chromium',
    isThere: () => Boolean(servers.findChromium()),
    debian: 'chromium',
    brew: '--cask chromium',
    orElse: 'or set CHROMIUM to the path of a Chromium or Chrome',
  },
];

/** Installs what is missing, where that can be done without asking. Says what it does; never throws. */
export function provideParts() {
  const packages = PARTS.filter((part) => !part.isThere()).map((part) => part.debian);
  if (packages.length === 0 || process.getuid?.() !== 0 || !servers.findProgram('apt-get')) return;
  process.stdout.write(`== installing ${packages.join(', ')} (apt-get)\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...argv) => spawnSync('apt-get', argv, { stdio: ['ignore', 'ignore', 'inherit'], env });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** The parts that are still missing, each with how to get it here. */
export function missingParts() {
  return PARTS.filter((part) => !part.isThere()).map(({ name, debian, brew, orElse }) => {
    const command = platform() === 'darwin' ? `brew install ${brew}` : `sudo apt-get install ${debian}`;
    return { name, howToGetIt: `Get it with \`${command}\`, ${orElse}.` };
  });
}
