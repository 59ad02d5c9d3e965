import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deserialize } from 'node:v8';

import { readPages } from '../../src/authored/pageWords';
import { pathwaysReading } from '../../src/authored/pathways';
import { keepReading, readBefore, type Reading } from '../../src/authored/readBefore';

const ROOT = resolve(__dirname, '../..');
const CODE = { '.ts': join(ROOT, 'src') };

let folder: string;
let timesRead: number;

/** Reads every file of a folder; a file that says "wrong" is a fault. */
const words: Reading<{ readonly words: readonly string[]; readonly faults: readonly never[] }> = {
  name: 'words',
  filesOf: (place) => readdirSync(place).map((name) => join(place, name)),
  read(place) {
    timesRead += 1;
    const all = words.filesOf(place).map((file) => readFileSync(file, 'utf8'));
    return { words: all, faults: all.filter((one) => one === 'wrong') as never[] };
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readings-'));
  mkdirSync(join(folder, 'authored'));
  write('a', 'first');
  write('b', 'second');
  timesRead = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the build has read', () => {
  test('is not read again while files and code are the same', () => {
    keep();
    expect(read()).toEqual({ words: ['first', 'second'], faults: [] });
    expect(timesRead).toBe(1);
  });

  test.each([
    ['a file was changed', () => write('b', 'other'), ['first', 'other']],
    ['a file was added', () => write('c', 'third'), ['first', 'second', 'third']],
    ['a file was taken away', () => rmSync(join(folder, 'authored/a')), ['second']],
    ['what was kept cannot be read', () => writeFileSync(join(folder, 'words.bin'), 'no'), ['first', 'second']],
  ])('is read again when %s', (_when, change, found) => {
    keep();
    change();
    expect(read().words).toEqual(found);
    expect(timesRead).toBe(2);
  });

  test('is read again by other code than that which read it', () => {
    keep({ '.js': join(ROOT, 'src') });
    read();
    expect(timesRead).toBe(2);
  });

  test('is not kept with a fault in it: whoever starts must be told', () => {
    write('b', 'wrong');
    expect(keepReading(words, join(folder, 'authored'), CODE).bytes).toBeNull();
  });

  test('the words of a page that cannot be read are a fault, with its line', () => {
    mkdirSync(join(folder, 'authored/cy/web'), { recursive: true });
    write('cy/web/page.yaml', 'words:\n  title: "not closed\n');
    const { faults } = readPages(join(folder, 'authored'));
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toContain('templates/cy/web/page.yaml:3');
  });

  test('comes back as it was read: the pathways of this house', () => {
    const place = join(ROOT, 'escalation-rules/pathways');
    const { bytes } = keepReading(pathwaysReading, place, CODE);
    expect((deserialize(bytes!) as { value: unknown }).value).toEqual(pathwaysReading.read(place));
  });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'authored', name), text);
}

function keep(rooms: Readonly<Record<string, string>> = CODE): void {
  writeFileSync(join(folder, 'words.bin'), keepReading(words, join(folder, 'authored'), rooms).bytes!);
}

function read() {
  return readBefore(words, join(folder, 'authored'), [folder]);
}
