import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPathways } from '../../src/authored/pathways';

const SHIPPED = join(__dirname, '../../escalation-rules/pathways');

function changed(change: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'pathways-'));
  cpSync(SHIPPED, folder, { recursive: true });
  change(folder);
  return readPathways(folder);
}

function edit(file: string, from: string, to: string) {
  return changed((folder) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  });
}

test('the shipped table is read, frozen, and catches every case that can open', () => {
  const read = readPathways(SHIPPED);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(Object.isFrozen(read.pathways.rows[0]?.clocks)).toBe(true);
  expect(readPathways(SHIPPED)).toMatchObject({ pathways: { version: read.pathways.version } });
});

test('any edit makes another version', () => {
  const [before, after] = [readPathways(SHIPPED), edit('worry.yaml', 'A worry', 'Any worry')];
  expect(before.ok && after.ok && before.pathways.version !== after.pathways.version).toBe(true);
});

test.each([
  ['a moment that is none', 'worry.yaml', 'at: 2 working days', 'at: soon', 17, '"soon" is no moment'],
  [
    'a channel nobody has',
    'worry.yaml',
    'by: [sms], wording: read-within-hours, ifUnseen',
    'by: [fax], wording: read-within-hours, ifUnseen',
    17,
    'steps.cover.0.by',
  ],
  ['an id that is not the file’s name', 'worry.yaml', 'id: worry', 'id: worries', 1, 'the id must be the file'],
  ['a word the form does not know', 'worry.yaml', 'heldBy: anyone', 'heldBy: anyone\nheldFor: ever', 1, 'heldFor'],
])('%s is a fault on its line', (_, file, from, to, line, says) => {
  const read = edit(file, from, to);
  expect(read.ok ? [] : read.faults).toContainEqual({ file, line, says: expect.stringContaining(says) });
});

test('a case no row would catch is found when the files are read', () => {
  const read = changed((folder) => rmSync(join(folder, 'urgent-night.yaml')));
  expect(read.ok ? [] : read.faults.map((fault) => fault.says)).toContain(
    'no row for disclosure at level urgent by night, the practitioner off-duty',
  );
});
