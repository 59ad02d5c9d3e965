import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAges } from '../../src/authored/ages';

const SHIPPED = join(__dirname, '../../escalation-rules/ages.yaml');
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ages-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'ages.yaml');
  writeFileSync(file, text);
  return file;
}

test('what ships says nobody under 11 joins, and the work ends at 18', () => {
  expect(readAges(SHIPPED)).toMatchObject({ ok: true, ages: { youngest: { age: 11 }, ending: { atAge: 18 } } });
});

test('a kind nobody knows is a fault on its line', () => {
  const file = written(readFileSync(SHIPPED, 'utf8').replace('sexual-exploitation', 'sexting'));
  const read = readAges(file);
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((one) => one.includes('sexting')) + 1;
  expect(read).toMatchObject({ ok: false, faults: [{ file: 'escalation-rules/ages.yaml', line }] });
});

test('without the file nobody starts: what is owed to a child of twelve is no default', () => {
  expect(readAges(join(folder, 'ages.yaml')).ok).toBe(false);
});
