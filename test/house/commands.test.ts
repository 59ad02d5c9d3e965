import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

import { describeSettings } from '../../src/config';
import { ROOT } from './sources';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<
    Record<string, Service & { readonly build?: string; readonly profiles?: readonly string[] }>
  >;
};
const ours = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);

describe('compose.yaml', () => {
  test('runs a server, a worker, an auditor and a migration of ours beside Postgres and Redis; a watcher elsewhere', () => {
    const always = Object.entries(compose.services).filter(([, { profiles }]) => profiles === undefined);
    expect(always.map(([name]) => name).sort()).toEqual([
      'auditor',
      'migrate',
      'postgres',
      'redis',
      'server',
      'worker',
    ]);
    expect(compose.services.watcher).toMatchObject({ profiles: ['watcher'] });
  });

  test('sets only settings that exist', () => {
    const known = new Set(describeSettings({}).map(({ name }) => name));
    const set = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });

  test('starts only what the image holds', () => {
    const started = ours.flatMap(([, { command = [] }]) => command.filter((word) => /\.m?js$/.test(word)));
    const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(started.filter((file) => !existsSync(join(ROOT, sourceOf(file))))).toEqual([]);
  });
});

describe('the commands a newcomer types', () => {
  test.each(['script/start', 'script/test', '.ci/run'])('%s can be run', (path) => {
    expect(statSync(join(ROOT, path)).mode & 0o111).not.toBe(0);
  });

  test.each([
    ['v18.19.1', 'too old'],
    ['v20.18.3', 'too old'],
  ])('script/start says of Node %s that it is %s, and which one to get', (version, fault) => {
    const told = withNode(version, 'script/start');
    expect(told).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(fault) });
    expect(told.stderr).toContain('20.19');
  });

  test('script/start --help says what it takes before anything is installed; a word it does not take is refused', () => {
    const told = withoutNode('script/start', '--help');
    expect(told).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('Usage: script/start') });
    const named = [...told.stdout.matchAll(/^ {2}([A-Z_]+)=/gm)].map(([, name]) => name);
    const settings = new Set(describeSettings({}).map(({ name }) => name));
    expect(named.filter((name) => !settings.has(name!))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
    const refused = withoutNode('script/start', '--fast');
    expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--help') });
  });

  test('script/test --help says what it takes before anything is installed; a word it does not take is refused', () => {
    const told = withoutNode('script/test', '--help');
    expect(told).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('Usage: script/test') });
    for (const words of [['stories'], ['--fast'], ['--only'], ['--only', 'stories', 'acts']]) {
      const refused = withoutNode('script/test', ...words);
      expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--help') });
    }
  });

  test.each(['v20.19.0', 'v22.1.0', 'v100.0.0'])('script/start goes on with Node %s', (version) => {
    expect(withNode(version, 'script/start')).toMatchObject({ status: 0, stderr: '' });
  });
});

/** Runs a command where there is no Node and no home. */
function withoutNode(command: string, ...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-no-node-'));
  try {
    const env = { PATH: '/usr/bin:/bin', HOME: folder };
    return spawnSync('/bin/sh', [join(ROOT, command), ...words], { env, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command with a Node that knows its version and does nothing else. */
function withNode(version: string, command: string) {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-node-'));
  const node = join(folder, 'node');
  writeFileSync(node, `#!/bin/sh\n[ "$1" = --version ] && echo ${version}\nexit 0\n`);
  chmodSync(node, 0o755);
  try {
    const env = { PATH: `${folder}:${process.env.PATH}` };
    return spawnSync(join(ROOT, command), [], { env, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
