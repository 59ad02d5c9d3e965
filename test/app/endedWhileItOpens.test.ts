import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { eventually } from '../channels/web/eventually';
import { ROOT } from '../house/sources';

let folder: string;
beforeAll(() => {
  expect(spawnSync('node', ['script/build.mjs'], { cwd: ROOT, encoding: 'utf8' }).stderr).toBe('');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-ended-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Says that it opens, has opened once it is told to, and says that it closes. */
const SLOW_TO_OPEN = `
  const { openUntilSignal } = require('./dist/src/openUntilSignal.js');
  const log = { info() {}, warn() {}, error() {} };
  const told = new Promise((resolve) => process.stdin.once('data', resolve));
  openUntilSignal(log, () => {
    console.log('opening');
    return told.then(() => async () => console.log('closed whole'));
  });
`;

describe('a process that is ended while it opens', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s opens to its end, closes whole, and ends with success',
    async (signal) => {
      const process = spawn('node', ['-e', SLOW_TO_OPEN], { cwd: ROOT });
      const said = text(process.stdout);
      await once(process.stdout, 'data');
      process.kill(signal);
      process.stdin.write('go on\n');
      expect(await once(process, 'exit')).toEqual([0, null]);
      expect(await said).toBe('opening\nclosed whole\n');
    },
  );

  test('ends at once when it is told twice', async () => {
    const process = spawn('node', ['-e', SLOW_TO_OPEN], { cwd: ROOT });
    await once(process.stdout, 'data');
    process.kill('SIGINT');
    process.kill('SIGTERM');
    expect(await once(process, 'exit')).toEqual([1, null]);
  });
});

describe('practice, ended by Ctrl-C before it serves', () => {
  test('ends with success and without a fault, takes its carrier with it, and starts again as ever', async () => {
    const [service, carrier] = [await freePort(), await freePort()];
    const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: `${service}`, PRACTICE_PORT: `${carrier}` };
    /** A group of its own, as a terminal gives one: Ctrl-C reaches all of it. */
    const start = () => spawn('node', ['dist/src/server.js', '--practice'], { cwd: ROOT, env, detached: true });
    const first = start();
    const faults = text(first.stderr);
    await eventually(() => existsSync(env.DATA_DIR), true);
    expect(await endedByCtrlC(first)).toEqual([0, null]);
    expect(await faults).toBe('');
    await expect(fetch(`http://127.0.0.1:${carrier}/`)).rejects.toThrow();

    const second = start();
    await once(second.stdout, 'data');
    expect((await fetch(`http://127.0.0.1:${service}/healthz`)).status).toBe(200);
    expect(await endedByCtrlC(second)).toEqual([0, null]);
  });
});

function endedByCtrlC(started: ChildProcess): Promise<unknown[]> {
  process.kill(-(started.pid ?? 0), 'SIGINT');
  return once(started, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
