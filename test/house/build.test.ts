import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { ROOT } from './sources';

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'between-visits-build-'));
  cpSync(join(ROOT, 'script'), join(house, 'script'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  write(
    'src/tools/greet.ts',
    `
    export async function main(argv: string[]): Promise<number> {
      process.stdout.write('hello ' + argv.join(' '));
      return 3;
    }`,
  );
  write('src/record/migrations/0001_first.sql', 'select 1;');
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

describe('building', () => {
  test('makes what runs, copies what it reads, and says nothing', () => {
    expect(run('script/build.mjs')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(house, 'dist/src/record/migrations/0001_first.sql'), 'utf8')).toBe('select 1;');
    expect(existsSync(join(house, 'dist/src/tools/greet.js'))).toBe(true);
  });

  test('leaves alone what is up to date, and makes again what has changed since', () => {
    run('script/build.mjs');
    const [greet, migration] = ['dist/src/tools/greet.js', 'dist/src/record/migrations/0001_first.sql'];
    const before = [madeAt(greet), madeAt(migration)];
    const soon = new Date(Date.now() + 1_000);
    utimesSync(join(house, 'src/record/migrations/0001_first.sql'), soon, soon);
    run('script/build.mjs');
    expect(madeAt(greet)).toBe(before[0]);
    expect(madeAt(migration)).not.toBe(before[1]);
  });

  test('takes away what has no source any more', () => {
    write('src/old.ts', 'export const old = true;');
    run('script/build.mjs');
    rmSync(join(house, 'src/old.ts'));
    run('script/build.mjs');
    expect(['dist/src/old.js', 'dist/src/old.js.map'].filter((path) => existsSync(join(house, path)))).toEqual([]);
  });

  test('names the file that cannot be read as TypeScript, and fails', () => {
    write('src/broken.ts', 'export const = ;');
    const built = run('script/build.mjs');
    expect(built.status).not.toBe(0);
    expect(built.stderr).toContain('broken.ts');
  });
});

describe('running a tool', () => {
  test('builds first, and only the tool writes to stdout and sets the exit code', () => {
    expect(run('script/run.mjs', 'greet', 'all', '--of', 'you')).toMatchObject({
      status: 3,
      stdout: 'hello all --of you',
      stderr: '',
    });
  });

  test('an error it dies of is placed in its source, though no map was read before', () => {
    write(
      'src/tools/stumble.ts',
      `interface Left {}\n\nexport async function main(): Promise<number> {\n  throw new Error('stumbled');\n}`,
    );
    const stumbled = run('script/run.mjs', 'stumble');
    expect(stumbled.stderr).toContain('Error: stumbled');
    expect(stumbled.stderr).toContain(`${join('src', 'tools', 'stumble.ts')}:4:9`);
  });

  test.each([
    ['rehearse', 141, 'ends at once: it prints as it goes'],
    ['import', 3, 'ends its work first, for it may be writing'],
  ])('%s, whose reader has gone, exits %i and %s', async (name, code) => {
    write(
      `src/tools/${name}.ts`,
      `
      import { writeFileSync } from 'node:fs';
      export async function main([done = '']: string[]): Promise<number> {
        for (let line = 0; line < 40; line += 1) {
          process.stdout.write('x'.repeat(65_536));
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        writeFileSync(done, 'done');
        return 3;
      }`,
    );
    const done = join(house, 'done');
    const child = spawn(process.execPath, [join(house, 'script/run.mjs'), name, done], { cwd: house });
    child.stdout.once('data', () => child.stdout.destroy());
    const stderr = text(child.stderr);
    const [exit] = (await once(child, 'exit')) as [number];
    expect({ exit, stderr: await stderr, done: existsSync(done) }).toEqual({
      exit: code,
      stderr: '',
      done: code === 3,
    });
  });

  test.each([['nothing'], ['../build'], ['']])('refuses "%s", which is no tool, with exit code 2', (name) => {
    const refused = run('script/run.mjs', name);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('There is no tool');
  });
});

describe('installing', () => {
  test('is refused where node_modules is a link: what it points at would be emptied', () => {
    const elsewhere = join(house, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'kept'), '');
    rmSync(join(house, 'node_modules'));
    symlinkSync(elsewhere, join(house, 'node_modules'));
    write('package-lock.json', '{"packages":{}}');
    const refused = run('script/lib/prepare.mjs');
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('is a link') });
    expect(readdirSync(elsewhere)).toEqual(['kept']);
  });
});

test('every tool that package.json offers is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const tools = Object.values(scripts).flatMap(
    (command) => /^node script\/run\.mjs ([a-z-]+)$/.exec(command)?.[1] ?? [],
  );
  expect(tools.length).toBeGreaterThan(10);
  expect(tools.filter((tool) => !existsSync(join(ROOT, `src/tools/${tool}.ts`)))).toEqual([]);
});

function write(path: string, text: string): void {
  mkdirSync(join(house, path, '..'), { recursive: true });
  writeFileSync(join(house, path), text);
}

function run(script: string, ...argv: string[]) {
  return spawnSync(process.execPath, [join(house, script), ...argv], { cwd: house, encoding: 'utf8' });
}

function madeAt(path: string): number {
  return statSync(join(house, path)).mtimeMs;
}
