import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../script/lib/servers.cjs';
import { newKeyRingText } from '../../src/keys/keyRing';
import { performDockerfile, type Image } from '../harness/image';
import { describeOnPostgres, describeOnRedis } from '../harness/servers';

let folder: string;
let image: Image;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-image-'));
  image = performDockerfile(folder);
}, 10 * 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the image', () => {
  test('holds what runs and nothing else: no sources, no tests, no development packages', () => {
    const absent = [
      'src',
      'test',
      '.git',
      '.npmrc',
      'node_modules/jest',
      'node_modules/typescript',
      'node_modules/@swc',
    ];
    expect(absent.filter((path) => existsSync(join(image.folder, path)))).toEqual([]);
  });

  test('runs as somebody who is not root', () => {
    expect(image.runsAs).toBe('node');
  });

  test('has the tools, which need no building there', () => {
    const told = runIn(image, ['node', 'script/run.mjs', 'config', '--help'], {});
    expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: npm run -s config') });
  });
});

describeOnPostgres('the image on real Postgres', (postgres) => {
  describeOnRedis('and real Redis', (redis) => {
    test('runs as two servers and two workers that report healthy and ready, and close cleanly when told to', async () => {
      const settings = settingsFor(postgres(), redis().url);
      expect(runIn(image, ['node', 'script/run.mjs', 'migrate'], settings)).toMatchObject({ status: 0, stderr: '' });

      const servers = await Promise.all([1, 2].map(() => start(image, image.command, { ...settings, ROLE: 'server' })));
      const workerCommand = image.command.map((word) => word.replace('server.js', 'worker.js'));
      const workers = await Promise.all([1, 2].map(() => start(image, workerCommand, settings)));
      const all = [...servers, ...workers];
      try {
        await Promise.all(all.map((one) => answers(one, '/healthz')));
        await Promise.all(all.map((one) => answers(one, '/readyz')));
        for (const { port } of servers) {
          expect(runIn(image, image.healthCheck, { PORT: String(port) })).toMatchObject({ status: 0 });
        }
      } finally {
        all.forEach(({ child }) => child.kill('SIGTERM'));
      }
      expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
      const secrets = [settings.KEYS ?? '', settings.TWILIO_AUTH_TOKEN ?? ''];
      expect(all.filter(({ output }) => secrets.some((secret) => output().includes(secret)))).toEqual([]);
    });

    test('audits the record and expects the auditor’s heartbeat, each in a process of its own', async () => {
      const settings = settingsFor(postgres(), redis().url);
      expect(runIn(image, ['node', 'script/run.mjs', 'migrate'], settings)).toMatchObject({ status: 0 });
      const entry = (name: string) => image.command.map((word) => word.replace('server.js', `${name}.js`));
      const auditor = await start(image, entry('auditor'), settings);
      const watched = { PAGE_TO: '+447700900199', AUDITOR_URL: `http://127.0.0.1:${auditor.port}` };
      const watcher = await start(image, entry('watcher'), { ...settings, ...watched });
      try {
        await answers(auditor, '/heartbeat');
        await says(watcher, 'expecting a heartbeat');
      } finally {
        [auditor, watcher].forEach(({ child }) => child.kill('SIGTERM'));
      }
      expect(await Promise.all([auditor.ended, watcher.ended])).toEqual([0, 0]);
    });

    test('reports by its health check when nothing is serving', async () => {
      expect(runIn(image, image.healthCheck, { PORT: String(await freePort()) })).toMatchObject({ status: 1 });
    });
  });
});

function settingsFor(databaseUrl: string, redisUrl: string): Record<string, string> {
  return {
    MODE: 'practice',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    KEYS: newKeyRingText('t1', randomBytes),
    PUBLIC_BASE_URL: 'https://visits.example.org',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
    TWILIO_NUMBER: '+447700900000',
    TWILIO_API_URL: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    EMAIL_FROM: 'visits@example.org',
  };
}

function runIn({ folder: cwd, env }: Image, command: readonly string[], settings: Record<string, string>) {
  const [program = '', ...argv] = command;
  return spawnSync(program, argv, { cwd, env: { PATH: process.env.PATH, ...env, ...settings }, encoding: 'utf8' });
}

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

async function start(of: Image, command: readonly string[], settings: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const [program = '', ...argv] = command;
  const ports = { PORT: String(port), AUDITOR_PORT: String(port) };
  const env = { PATH: process.env.PATH, ...of.env, ...settings, ...ports };
  const child = spawn(program, argv, { cwd: of.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, port, ended, output: () => output };
}

/** Resolves once the process has said this in its log; throws when it ends first, or after two minutes. */
async function says({ child, output }: Started, words: string): Promise<void> {
  const givesUpMs = Date.now() + 120_000;
  while (!output().includes(words)) {
    if (child.exitCode !== null || Date.now() > givesUpMs) throw new Error(`the process said:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Resolves once the process answers 200 there; throws with what it said when it ends first, or after two minutes. */
async function answers({ child, port, output }: Started, path: string): Promise<void> {
  const givesUpMs = Date.now() + 120_000;
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    if (child.exitCode !== null || Date.now() > givesUpMs) {
      throw new Error(`${path} answered ${status}, and the process said:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
