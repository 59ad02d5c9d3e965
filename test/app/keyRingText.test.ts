import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRingText } from '../../src/app/keyRingText';
import { loadConfig } from '../../src/config';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const practice = (more: Record<string, string> = {}) => loadConfig({ MODE: 'practice', DATA_DIR: folder, ...more });

test('practice makes its own keys once, and finds them again', () => {
  const made = keyRingText(practice());
  mkdirSync(join(folder, 'record'));
  expect(keyRingText(practice())).toBe(made);
});

test('practice makes no new keys beside a record whose own are gone: none of its words would open', () => {
  mkdirSync(join(folder, 'record'));
  expect(() => keyRingText(practice())).toThrow(/keys that are gone: put .*practice\.keys back, or begin again/);
  expect(existsSync(join(folder, 'practice.keys'))).toBe(false);
});

test('an embedded record of before stands in the way of no practice on Postgres', () => {
  mkdirSync(join(folder, 'record'));
  expect(keyRingText(practice({ DATABASE_URL: 'postgres://practice@127.0.0.1:5432/practice' }))).toMatch(/seal:/);
});
