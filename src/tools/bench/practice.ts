import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../app/projectRoot';
import { CannotGoOn } from '../tool';
import { residentOf } from './resident';

const LONGEST_START_MS = 120_000;

export interface Started {
  /** Second start of practice on the embedded record, until it serves. */
  readonly secondStartMs: number;
  /** Resident memory of that process after it has stood for a while; null where the system does not tell. */
  readonly residentMb: number | null;
  /** Everything a browser fetches of web chat before the first message, compressed. */
  readonly chatBytes: number;
}

/** Starts practice twice on one new folder, as script/start does when nothing changed. */
export async function measureStart(standForMs: number): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'between-visits-bench-'));
  try {
    const [port, practicePort] = [await freePort(), await freePort()];
    const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), PRACTICE_PORT: String(practicePort) };
    await end((await start(env, port)).child);
    const second = await start(env, port);
    const chatBytes = await weighChat(await second.chatLink);
    await wait(standForMs);
    const residentMb = residentOf(second.child.pid ?? 0);
    await end(second.child);
    return { secondStartMs: second.tookMs, residentMb, chatBytes };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly tookMs: number;
  /** A young person's personal link, as practice prints it. */
  readonly chatLink: Promise<string>;
}

async function start(env: NodeJS.ProcessEnv, port: number): Promise<Running> {
  const from = performance.now();
  const server = join(projectRoot(), 'dist/src/server.js');
  const child = spawn(process.execPath, [server, '--practice'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const chatLink = firstChatLink(child);
  while (!(await serves(port))) {
    if (child.exitCode !== null || performance.now() - from > LONGEST_START_MS) {
      child.kill('SIGKILL');
      throw new CannotGoOn('Practice does not start: see what it says above, or run script/start.');
    }
    await wait(20);
  }
  return { child, chatLink, tookMs: performance.now() - from };
}

function firstChatLink(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const link = /http:\S+\/c\/\S+(?=\s)/.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    });
  });
}

/** The page a personal link leads to, with every style and script it asks for, each compressed. */
async function weighChat(link: string): Promise<number> {
  const opened = await fetch(link, { redirect: 'manual' });
  const headers = { cookie: opened.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const page = await (await fetch(new URL('/chat', link), { headers })).text();
  const assets = [...page.matchAll(/(?:src|href)="(\/chat\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
  const bodies = await Promise.all(assets.map(async (path) => (await fetch(new URL(path, link), { headers })).text()));
  return [page, ...bodies].reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
}

async function serves(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
