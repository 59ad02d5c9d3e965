import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { filesUnder, ROOT } from './sources';

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'between-visits-kept-code-'));
  cpSync(join(ROOT, 'script'), join(house, 'script'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  write('src/word.ts', `export const word = 'hello';`);
  greet(`
    import { setFlagsFromString } from 'node:v8';
    import { word } from '../word';
    export async function main(): Promise<number> {
      setFlagsFromString('--no-allocation-site-pretenuring');
      const { pathToFileURL } = await import('node:url');
      process.stdout.write(word + ' ' + typeof pathToFileURL + ' ' + require.resolve('../word').slice(-11));
      return 0;
    }`);
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

describe('a tool that starts again', () => {
  test('does the same out of the code that was kept, and compiles nothing', () => {
    const first = run();
    const keptAt = madeAt('dist/compiled/greet.bin');
    expect([run(), run()]).toEqual([first, first]);
    expect(first).toEqual({ status: 0, stdout: 'hello function src/word.js', stderr: '' });
    expect(madeAt('dist/compiled/greet.bin')).toBe(keptAt);
  });

  test('says what a file says now that was written since, though nobody built it', () => {
    run();
    const built = join(house, 'dist/src/word.js');
    writeFileSync(built, readFileSync(built, 'utf8').replace('hello', 'hallo'));
    expect(run().stdout).toContain('hallo');
    expect(run().stdout).toContain('hallo');
  });

  test('finds a file that has come since where another one stood for it', () => {
    write('src/places/index.ts', `export const place = 'inside';`);
    greet(`
      import { place } from '../places';
      export async function main(): Promise<number> {
        process.stdout.write(place);
        return 0;
      }`);
    expect(run().stdout).toBe('inside');
    write('src/places.ts', `export const place = 'beside';`);
    expect(run().stdout).toBe('beside');
  });

  test('finds the code of what ran once, however often memory was tidied before it was kept', () => {
    const codeKeptAfter = (times: number) => {
      greet(`
        import { setFlagsFromString } from 'node:v8';
        import { runInNewContext } from 'node:vm';
        import '../word';
        export async function main(): Promise<number> {
          ['--expose-gc', '--stress-flush-code'].forEach((flag) => setFlagsFromString(flag));
          const tidy = runInNewContext('gc');
          for (let time = 0; time < ${times}; time += 1) tidy();
          return 0;
        }`);
      run();
      return codeBytesOf('src/word.js');
    };
    expect(codeKeptAfter(0)).toBeGreaterThan(0);
    expect(codeKeptAfter(20)).toBe(codeKeptAfter(0));
  });

  test('goes on where what was kept cannot be read', () => {
    run();
    writeFileSync(join(house, 'dist/compiled/greet.bin'), 'half of it');
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('what is loaded at its first use', () => {
  test('is imported somewhere by the name it is listed under', () => {
    const listed = createRequire(__filename)(join(ROOT, 'script/lib/compile.cjs')).module.lazy as readonly string[];
    const texts = filesUnder('src', 'dialogs').map(({ text }) => text);
    const unknown = listed.filter((name) => !texts.some((text) => text.includes(`from '${name}'`)));
    expect(unknown.filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

function greet(text: string): void {
  write('src/tools/greet.ts', text);
}

function write(path: string, text: string): void {
  mkdirSync(join(house, path, '..'), { recursive: true });
  writeFileSync(join(house, path), text);
}

function run() {
  const argv = [join(house, 'script/run.mjs'), 'greet'];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: house, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** How long the code is that was kept of a file: the index that stands before all code says it. */
function codeBytesOf(path: string): number | undefined {
  const kept = readFileSync(join(house, 'dist/compiled/greet.bin'));
  const head = JSON.parse(kept.toString('utf8', 4, 4 + kept.readUInt32LE(0))) as {
    readonly places: readonly { readonly path: string; readonly codeBytes: number }[];
  };
  return head.places.find((one) => one.path.endsWith(path))?.codeBytes;
}

function madeAt(path: string): number {
  return statSync(join(house, path)).mtimeMs;
}
