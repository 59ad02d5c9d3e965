import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../house/sources';

let folder: string;
let other: Server;
let taken: number;
beforeAll(() => {
  expect(spawnSync('node', ['script/build.mjs'], { cwd: ROOT, encoding: 'utf8' }).stderr).toBe('');
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-port-'));
  other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  taken = (other.address() as AddressInfo).port;
});
afterEach(() => {
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

test('practice whose carrier finds its port taken says which one and what to set, without a word of code', async () => {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '0', PRACTICE_PORT: `${taken}` };
  const started = spawn('node', ['dist/src/server.js', '--practice'], { cwd: ROOT, env });
  const faults = text(started.stderr);
  expect(await once(started, 'exit')).toEqual([1, null]);
  expect((await faults).trim().split('\n')).toEqual([
    `listen EADDRINUSE: address already in use 127.0.0.1:${taken}`,
    expect.stringMatching(/^The service cannot start\. .* Set PRACTICE_PORT\.$/),
  ]);
});

test('a port that is no port is the one fault named, not the addresses made over it too', async () => {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: 'abc', PRACTICE_PORT: '99999' };
  const started = spawn('node', ['dist/src/server.js', '--practice'], { cwd: ROOT, env });
  const faults = text(started.stderr);
  expect(await once(started, 'exit')).toEqual([1, null]);
  expect((await faults).trim().split('\n')).toEqual([
    'These settings cannot be used:',
    expect.stringMatching(/^ +PORT must be a port number/),
    expect.stringMatching(/^ +PRACTICE_PORT must be a port number/),
  ]);
});
