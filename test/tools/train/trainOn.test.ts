import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readClassifier, versionOf } from '../../../src/authored/classifier';
import type { DisclosureRules } from '../../../src/safeguarding';
import { DIMENSIONS } from '../../../src/safeguarding/classifier/net';
import { ABOUTS, RAISED } from '../../../src/safeguarding/classifier/weights';
import { trainOn } from '../../../src/tools/train';
import { houseRules } from '../../safeguarding/support/houseRules';

const folder = mkdtempSync(join(tmpdir(), 'train-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The house's concepts without its rules' examples: two authors and a dozen messages train in no time. */
const concepts: DisclosureRules = { ...houseRules(), rules: [], frames: [] };
const DAY = '2026-11-22';
const vectors = { words: ['hurts', 'tea'], vectors: new Float32Array(2 * DIMENSIONS).fill(0.1) };

function labelled(author: string, texts: Readonly<Record<string, string>>): string {
  const file = join(folder, `${author}.jsonl`);
  const lines = Object.entries(texts).map(([text, level], index) => ({
    id: `${author}-${index}`,
    text,
    before: [],
    staff: ['Sam'],
    level,
    concerns: level === 'none' ? [] : ['physical-abuse'],
    about: 'self',
    test: 'plain',
    author,
  }));
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

const first = labelled('first', {
  'he hurts me when he drinks': 'urgent',
  'she hurts me with the lead': 'urgent',
  'im scared to go in': 'worry',
  'he drinks tea with me': 'none',
  'she walks the dog on the lead': 'none',
});
const second = labelled('second', {
  'my brother hurts me': 'urgent',
  'hurts me every night': 'urgent',
  'scared of him': 'worry',
  'my brother walks the dog': 'none',
  'tea every night': 'none',
});

describe('training', () => {
  const trained = trainOn([first, second], concepts, vectors, DAY);

  it('gives the same bytes for the same files', () =>
    expect(JSON.stringify(trainOn([first, second], concepts, vectors, DAY))).toBe(JSON.stringify(trained)));

  it('gives another version when one message is judged otherwise', () => {
    const changed = labelled('second', {
      'my brother hurts me': 'none',
      'hurts me every night': 'none',
      tea: 'urgent',
    });
    const other = trainOn([first, changed], concepts, vectors, DAY);
    labelled('second', { 'my brother hurts me': 'urgent' });
    expect(other.version).not.toBe(trained.version);
  });

  it('names every file it learnt from, by hash', () =>
    expect(trained.files.map(({ file, messages, sha256 }) => [file, messages, sha256.length])).toEqual([
      [first, 5, 64],
      [second, 5, 64],
    ]));

  it('lets no head speak whose thresholds rest on a handful of messages', () =>
    expect([
      ...RAISED.flatMap((head) => [trained.gates[head].unheard.threshold, trained.gates[head].heard.threshold]),
      ...ABOUTS.map((head) => trained.gates[head].threshold),
    ]).toEqual(Array.from({ length: 8 }, () => null)));

  it('refuses one author alone, who can only know their own hand', () =>
    expect(() => trainOn([first], concepts, vectors, DAY)).toThrow('two authors'));
});

describe('weights on their way to the judge', () => {
  const trained = trainOn(
    [first, labelled('other', { 'he hurts me': 'urgent', 'tea please': 'none' })],
    concepts,
    vectors,
    DAY,
  );
  const file = join(folder, 'weights.json');
  const written = (value: unknown) => {
    writeFileSync(file, JSON.stringify(value));
    return readClassifier(file);
  };

  it('are read back whole', () => {
    const read = written(trained);
    expect(read.ok && read.weights?.version).toBe(versionOf(trained));
  });

  it.each([
    ['one byte of a head changed', { ...trained, heads: { ...trained.heads, urgent: trained.heads.worry } }],
    [
      'a threshold lowered by hand',
      { ...trained, gates: { ...trained.gates, other: { ...trained.gates.other, threshold: -9 } } },
    ],
    ['one vector of the net changed', { ...trained, net: { ...trained.net, filters: trained.net.outputs } }],
    ['half of it gone', { version: trained.version }],
  ])('are a fault with %s', (_, damaged) => expect(written(damaged).ok).toBe(false));

  it('may be left out: then the rules judge alone', () =>
    expect(readClassifier(join(folder, 'nowhere.json'))).toEqual({ ok: true, weights: null }));
});
