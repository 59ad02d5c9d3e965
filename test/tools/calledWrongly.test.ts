import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as assess } from '../../src/tools/assess';
import { main as backup } from '../../src/tools/backup';
import { main as bench } from '../../src/tools/bench';
import { main as check } from '../../src/tools/check';
import { main as config } from '../../src/tools/config';
import { main as exportAll } from '../../src/tools/export';
import { main as importRoster } from '../../src/tools/import';
import { main as migrate } from '../../src/tools/migrate';
import { main as rehearse } from '../../src/tools/rehearse';
import { main as restore } from '../../src/tools/restore';
import { main as rules } from '../../src/tools/rules';
import { main as score } from '../../src/tools/score';
import { main as simulate } from '../../src/tools/simulate';
import { main as templates } from '../../src/tools/templates';
import { main as train } from '../../src/tools/train';
import { run } from './run';

const TOOLS = {
  assess: (argv: string[]) => assess(argv),
  backup,
  bench,
  check,
  config,
  export: exportAll,
  import: importRoster,
  migrate,
  rehearse,
  restore,
  rules,
  score: (argv: string[]) => score(argv),
  simulate: (argv: string[]) => simulate(argv),
  templates: (argv: string[]) => templates(argv),
  train: (argv: string[]) => train(argv),
};

const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test('these are all the tools there are', () => {
  const offered = Object.entries(scripts).filter(([, command]) => command.startsWith('node script/run.mjs '));
  expect(Object.keys(TOOLS).sort()).toEqual(offered.map(([name]) => name).sort());
});

describe.each(Object.entries(TOOLS))('%s', (_name, main) => {
  test('names an option it does not know, with its help, and prints nothing to stdout', async () => {
    const ran = await run(main, '--no-such-option');
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--no-such-option') });
    expect(ran.stderr).toMatch(/npm run -s|node script\/run\.mjs/);
  });

  test.each(['--help', '-h'])('%s prints its help and exit codes', async (word) => {
    const ran = await run(main, word);
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/Exit codes?[ :]/) });
  });
});

describe('what is named is not there, or not what it should be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'called-wrongly-'));
  const empty = join(folder, 'empty');
  beforeAll(() => writeFileSync(empty, ''));
  afterAll(() => rmSync(folder, { recursive: true }));

  const nowhere = join(folder, 'nowhere');
  test.each<[string, number, (argv: string[]) => Promise<number>, string[]]>([
    ['there is no', 1, check, ['--root', nowhere]],
    ['there is no', 1, importRoster, [nowhere]],
    ['There is no', 1, restore, [nowhere]],
    ['There is no folder', 1, backup, [join(nowhere, 'one.backup')]],
    ['is a folder', 1, importRoster, [folder]],
    ['nothing is written in it', 1, importRoster, [empty]],
    ['there is no', 1, rules, ['fuzz', nowhere]],
    ['there is no', 1, rules, ['diff', nowhere, nowhere, empty]],
    ['"rule" means nothing', 2, rules, ['check', 'rule']],
    ['there is no', 2, TOOLS.score, [nowhere]],
    ['is a folder', 2, TOOLS.score, [folder]],
    ['no templates in', 1, TOOLS.templates, ['list', '--folder', nowhere]],
    ['"soon" is no day', 2, TOOLS.templates, ['approve', '--date', 'soon']],
    ['there is no', 1, TOOLS.train, [nowhere, '--out', join(folder, 'weights.json')]],
  ])('says "%s", exit code %i', async (says, code, main, argv) => {
    const ran = await run(main, ...argv);
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(says) });
    expect(ran.stderr).not.toMatch(/ENOENT|EISDIR|\n {4}at /);
  });
});

describe('keys that are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wrong-keys-'));
  const before = { ...process.env };
  beforeEach(() => void Object.assign(process.env, { DATA_DIR: join(folder, 'data') }));
  afterEach(() => void (process.env = { ...before }));
  afterAll(() => rmSync(folder, { recursive: true }));

  const roster = join(__dirname, '../../src/practice/organisation.yaml');
  test.each<[string, (argv: string[]) => Promise<number>, string[], string]>([
    ['import', importRoster, [roster], 'seal:k1:short'],
    ['backup', backup, [join(folder, 'one.backup')], 'sign:k1:4sRpnPYkwYRFhElOhZlO5c2IKFrwTXS-p0vWyOm2ydM'],
    ['migrate', migrate, [], 'no ring at all'],
  ])('%s says so, shows none of them, and how to make some', async (_name, main, argv, keys) => {
    process.env['KEYS'] = keys;
    const ran = await run(main, ...argv);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('check -- new-keys') });
    expect(ran.stderr).toMatch(/^These settings cannot be used:\n {2}KEYS: /);
    expect(ran.stderr).not.toContain(keys);
  });
});
