import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAsMarked, lookAt, markOf } from '../../src/authored/fileMark';

const A_WHILE_MS = 60_000;

let folder: string;
const place = (name: string) => join(folder, name);
const look = (...names: readonly string[]) => lookAt((names.length > 0 ? names : ['a', 'b']).map(place), folder);
const markedLater = () => markOf(look(), Date.now() + A_WHILE_MS);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
  writeFileSync(place('a'), 'first');
  writeFileSync(place('b'), 'second');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('files that were marked', () => {
  test('are not read while the disk says the same of them', () => {
    const mark = markedLater();
    expect(isAsMarked({ ...mark, hash: 'of nothing' }, look())).toBe(true);
  });

  test('are the same when the disk says other things of them and they hold what they held', () => {
    const mark = markedLater();
    utimesSync(place('a'), new Date(0), new Date(0));
    expect(look().stamp()).not.toBe(mark.stamp);
    expect(isAsMarked(mark, look())).toBe(true);
  });

  test('are others when one was replaced by another as long and of the same time', () => {
    writeFileSync(place('new'), 'other');
    for (const name of ['a', 'new']) utimesSync(place(name), new Date(0), new Date(0));
    const mark = markedLater();
    renameSync(place('new'), place('a'));
    expect(isAsMarked(mark, look())).toBe(false);
  });

  test('are others when one is gone, or there is one more', () => {
    const mark = markedLater();
    writeFileSync(place('c'), 'third');
    expect(isAsMarked(mark, look('a', 'b', 'c'))).toBe(false);
    rmSync(place('b'));
    expect(isAsMarked(mark, look())).toBe(false);
  });

  test('are always read when they were written a moment before: the disk could not tell a change from that', () => {
    expect(markOf(look(), Date.now()).stamp).toBeNull();
  });
});
