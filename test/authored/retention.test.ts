import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRetention } from '../../src/authored/retention';

const FILE = join(__dirname, '../../escalation-rules/retention.yaml');

/** The file with one thing changed. */
function changed(from: string, to: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'terms-')), 'retention.yaml');
  const source = readFileSync(FILE, 'utf8');
  if (!source.includes(from)) throw new Error(`there is no "${from}" to change`);
  writeFileSync(file, source.replace(from, to));
  return file;
}

test('the terms that ship are whole, and every class says why and by which source', () => {
  const { terms, faults } = readRetention(FILE);
  expect(faults).toEqual([]);
  expect(terms).toMatchObject({ chat: { years: 1 }, allegations: { untilAge: 65, atLeastYears: 10 } });
});

test('they ship as a draft: an organisation approves its own', () => {
  expect(readRetention(FILE).terms?.approvedBy).toBe('draft');
});

test.each([
  ['a class without its source', '  source: Our own choice; append-only audit of reads and writes\n', '', /source/],
  ['no years at all', '  years: 75', '  years: 0', /years/],
  ['a kind nobody knows', '[sexual-abuse,', '[sexual-abuze,', /kinds/],
  ['chat that outlives concerns', '  years: 3', '  years: 7', /outlives notes/],
  ['a name that goes before the number', '  contactYears: 1', '  contactYears: 7', /outlives how to reach/],
  ['a backup kept longer than what is in it', '  days: 35', '  days: 366', /no backup is kept longer/],
])('%s is a fault, with its line, and then nothing is destroyed', (_, from, to, says) => {
  const { terms, faults } = readRetention(changed(from, to));
  expect(terms).toBeNull();
  expect(faults).toMatchObject([{ file: 'escalation-rules/retention.yaml', says: expect.stringMatching(says) }]);
  expect(faults[0]?.line).toBeGreaterThan(1);
});

test('no file is no fault: everything is kept', () => {
  expect(readRetention('/nowhere/retention.yaml')).toEqual({ terms: null, faults: [] });
});
