import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FolderInUse, lockFolder } from '../../../src/record/embedded/folderLock';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'lock-'));
  folder = join(parent, 'record');
});
afterEach(() => rmSync(parent, { recursive: true }));

const held = () => JSON.parse(readFileSync(`${folder}.lock`, 'utf8')) as { pid: number; startedAt: string | null };

test('a folder is locked by a file beside it, until it is unlocked', () => {
  const unlock = lockFolder(folder);
  expect(held().pid).toBe(process.pid);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  unlock();
  expect(existsSync(`${folder}.lock`)).toBe(false);
  lockFolder(folder)();
});

test('a living holder keeps its lock, however old, and is named', () => {
  lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`Process ${process.pid} has the record`));
});

test('the lock of a dead process is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(`${folder}.lock`, JSON.stringify({ pid, startedAt: '1', boot: null }));
  lockFolder(folder)();
});

test('so is that of an earlier process with the same id', () => {
  lockFolder(folder);
  writeFileSync(`${folder}.lock`, JSON.stringify({ ...held(), startedAt: '1' }));
  lockFolder(folder)();
});

test('a file that is no lock is set aside', () => {
  writeFileSync(`${folder}.lock`, '{"pid":');
  lockFolder(folder)();
});
