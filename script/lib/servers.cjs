/**
 * Real servers of our own for tests and measurements: a Postgres and a Redis on free ports of the loopback address,
 * with their files in a folder that goes when they stop. Plain CommonJS, since both script/test and the tests use it.
 */
const { spawn, spawnSync, execFileSync } = require('node:child_process');
const { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const net = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** The full path of a Postgres program (they stand outside the PATH on Debian), or null. */
function findPostgres(program) {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  return folders.map((folder) => join(folder, program)).find(existsSync) ?? findProgram(program);
}

/** The full path of a program on the PATH, or null. */
function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}

function findChromium() {
  return process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
}

/**
 * Starts a Postgres that loses nothing when it is killed, but would in a power cut, which no test can make: a commit waits
 * for the disk nowhere, which was up to half of what a story on Postgres took, the more the busier the disk. Resolves once
 * it takes connections.
 */
async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-postgres-'));
  const owner = postgresOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initialised = spawnSync(
    findPostgres('initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.stderr}`);
  const port = await freePort();
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    ...['listen_addresses=127.0.0.1', 'max_connections=200', 'fsync=off', 'full_page_writes=off'].map(
      (one) => `-c${one}`,
    ),
  ];
  const server = await keepRunning({
    program: findPostgres('postgres'),
    argv: options,
    spawnOptions: { ...owner, cwd: folder },
    ready: () => spawnSync(findPostgres('pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0,
    endsOn: 'SIGQUIT',
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => server.stop().then(() => rmSync(folder, { recursive: true, force: true })),
  };
}

/**
 * Starts a Redis that keeps its data over a restart. `away()` ends it the hard way, `back()` starts it again on the
 * same port: what a deploy or a crash of Redis looks like from here.
 */
async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-redis-'));
  const port = await freePort();
  const start = () =>
    keepRunning({
      program: findProgram('redis-server'),
      argv: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', ''],
      spawnOptions: { cwd: folder },
      ready: () => answersPing(port),
      endsOn: 'SIGKILL',
    });
  let server = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    away: () => server.stop(),
    back: async () => {
      server = await start();
    },
    stop: () => server.stop().then(() => rmSync(folder, { recursive: true, force: true })),
  };
}

/** Postgres refuses to run as root: then it runs as the system user its package made. */
function postgresOwner() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function keepRunning({ program, argv, spawnOptions, ready, endsOn }) {
  const child = spawn(program, argv, { ...spawnOptions, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2_000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const givesUpAt = Date.now() + 30_000;
  while (!(await ready())) {
    if (child.exitCode !== null || Date.now() > givesUpAt) {
      child.kill('SIGKILL');
      throw new Error(`${program} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    stop: () => {
      child.kill(endsOn);
      return ended;
    },
  };
}

/** True once Redis answers PONG and has read its data in (while it loads, it answers with an error). */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

module.exports = { findChromium, findPostgres, findProgram, freePort, startPostgres, startRedis };
