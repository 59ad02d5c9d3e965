import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const ROSTER = join(ROOT, 'src/practice/organisation.yaml');

/** Notes which files were loaded when WebAssembly was first asked for, and at the end. */
const WATCH = `
  const { writeFileSync } = require('node:fs');
  const { compile } = WebAssembly;
  let before = null;
  WebAssembly.compile = (bytes) => {
    before ??= Object.keys(require.cache);
    return compile.call(WebAssembly, bytes);
  };
  process.on('exit', () => {
    writeFileSync(process.env.SEEN, JSON.stringify({ before, loaded: Object.keys(require.cache) }));
  });`;

const SCRIPT = {
  id: 'hi',
  at: '2026-11-24T15:00:00Z',
  channel: 'sms',
  youngPerson: 'jade',
  steps: [{ says: 'hi' }],
};

let folder: string;
let seen: { readonly before: readonly string[]; readonly loaded: readonly string[] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-loaded-'));
  const file = (name: string) => join(folder, name);
  writeFileSync(file('watch.cjs'), WATCH);
  writeFileSync(file('hi.json'), JSON.stringify(SCRIPT));
  const tool = [join(ROOT, 'script/run.mjs'), 'rehearse', '--roster', ROSTER, file('hi.json')];
  const { status, stderr } = spawnSync(process.execPath, ['--require', file('watch.cjs'), ...tool], {
    env: { ...process.env, NODE_OPTIONS: '', SEEN: file('seen.json') },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  seen = JSON.parse(readFileSync(file('seen.json'), 'utf8')) as typeof seen;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a rehearsal', () => {
  test('has other threads make its database ready before it loads what plays', () => {
    const isOurs = (path: string) => /dist\/src\/(tools\/rehearse|record)\//.test(path);
    const plays = (path: string) => isOurs(path) && !path.endsWith('databaseProgram.js');
    expect(seen.loaded.filter(plays).length).toBeGreaterThan(30);
    expect(seen.before.filter(plays)).toEqual([]);
  });

  test('loads nothing that speaks with a Postgres, a carrier or a mail server elsewhere', () => {
    const elsewhere = seen.loaded.filter((path) =>
      /node_modules\/(pg\/lib\/client|twilio|nodemailer|redis)/.test(path),
    );
    expect(elsewhere).toEqual([]);
  });
});
