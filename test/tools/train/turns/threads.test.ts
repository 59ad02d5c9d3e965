import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDisclosureRules } from '../../../../src/authored/rules';
import { DIMENSIONS } from '../../../../src/safeguarding/classifier/net';
import { packBytes } from '../../../../src/safeguarding/classifier/pack';
import { trainOn } from '../../../../src/tools/train';
import { readWordVectors } from '../../../../src/tools/train/lessons/vocabulary';

const root = join(__dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'train-threads-'));
const rules = join(folder, 'rules');
afterAll(() => rmSync(folder, { recursive: true }));

/** The house's concepts without its rules, and two words with a vector: small enough to learn from in a moment. */
beforeAll(() => {
  for (const path of ['disclosures/concepts', 'disclosures/frames/assertion.yaml'])
    cpSync(join(root, 'escalation-rules', path), join(rules, path), { recursive: true });
  const vectors = packBytes(new Float32Array(2 * DIMENSIONS).fill(0.1));
  mkdirSync(join(rules, 'classifier'));
  writeFileSync(
    join(rules, 'classifier/word-vectors.json'),
    JSON.stringify({ what: 'made up', words: 'hurts tea', ...vectors }),
  );
});

function labelled(author: string): string {
  const lines = [
    ['he hurts me when he drinks', 'urgent'],
    ['she hurts me with the lead', 'urgent'],
    ['scared to go in', 'worry'],
    ['he drinks tea with me', 'none'],
    ['she walks the dog on the lead', 'none'],
  ].map(([text, level], index) => ({
    ...{ id: `${author}-${index}`, text: `${text} ${author}`, before: [], staff: ['Sam'] },
    ...{ level, concerns: level === 'none' ? [] : ['physical-abuse'], about: 'self', test: 'plain', author },
  }));
  const file = join(folder, `${author}.jsonl`);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

test('what is learnt on several cores is, byte for byte, what is learnt on one', () => {
  const files = ['first', 'second', 'third'].map(labelled);
  const out = join(folder, 'weights.json');
  execFileSync(
    process.execPath,
    ['script/run.mjs', 'train', ...files, '--rules', rules, '--out', out, '--date', '2026-11-22'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const read = readDisclosureRules(join(rules, 'disclosures'));
  const vectors = readWordVectors(join(rules, 'classifier/word-vectors.json'));
  const alone = read.ok ? trainOn(files, read.rules, vectors, '2026-11-22') : read.faults;
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(alone);
});
