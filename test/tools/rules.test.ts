import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain } from '../../src/tools/rules/explain';
import { judgeFrom } from '../../src/tools/judgeFrom';
import { tellDifferences } from '../../src/tools/rules/tellDifferences';

const RULES = join(__dirname, '../../escalation-rules');

describe('looking into the rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('an explanation names the rule, the words as they were written, and the steps of the level', () => {
    const told = explain(judgeFrom(RULES)({ text: 'My stepdad HITS me with a belt', before: [], staff: [] }));
    expect(told).toMatch(/^level {3}urgent/);
    expect(told).toMatch(/"[^"]*HITS me[^"]*" in the message/);
    expect(told).toMatch(/\n {2}- /);
  });

  test('a harmless message is explained by silence', () => {
    expect(explain(judgeFrom(RULES)({ text: 'see you at 4', before: [], staff: [] }))).toContain('No rule spoke.');
  });

  test('two versions are told apart by the messages they judge differently, and only by those', () => {
    cpSync(join(RULES, 'disclosures'), join(folder, 'disclosures'), { recursive: true });
    const pack = join(folder, 'disclosures/physical-abuse.yaml');
    const labelled = join(folder, 'labelled.jsonl');
    const rows = [
      { id: 'a', text: 'my stepdad hits me with a belt', level: 'urgent' },
      { id: 'b', text: 'see you at 4', level: 'none' },
    ];
    writeFileSync(labelled, rows.map((row) => JSON.stringify(row)).join('\n'));
    writeFileSync(pack, readFileSync(pack, 'utf8').replaceAll('level: urgent', 'level: immediate'));
    let told = '';
    const count = tellDifferences({ a: RULES, b: folder, files: [labelled] }, { write: (text) => (told += text) });
    expect(count).toBe(1);
    expect(told).toMatch(/^a: urgent -> immediate, labelled urgent/);
  });
});
