import { join } from 'node:path';
import { readRetention } from '../../src/authored/retention';
import { findOutlived, keptUntil, type RetentionTerms } from '../../src/retention';
import type { KeptConcern, KeptLine } from '../../src/vocabulary';

const NOW = '2026-11-22T03:30:00.000Z';
const TERMS = readRetention(join(__dirname, '../../escalation-rules/retention.yaml')).terms as RetentionTerms;

const concern = (more: Partial<KeptConcern> = {}): KeptConcern => ({
  id: 'c1',
  nature: 'disclosure',
  kinds: ['physical-abuse'],
  openedAt: '2016-03-01T10:00:00.000Z',
  closedAt: '2016-04-01T10:00:00.000Z',
  underWay: false,
  ...more,
});

const line = (more: Partial<KeptLine> = {}): KeptLine => ({
  line: 'l1',
  bornOn: '2003-05-20',
  held: false,
  concerns: [],
  ...more,
});

test('chat goes after a year, notes after three, to the day', () => {
  expect(findOutlived(line(), TERMS, NOW)).toEqual({
    line: 'l1',
    chatBefore: '2025-11-22T03:30:00.000Z',
    notesBefore: '2023-11-22T03:30:00.000Z',
    numberBefore: '2025-11-22T03:30:00.000Z',
    concerns: [],
    keeps: [],
  });
});

test.each<[string, Partial<KeptConcern>, string | null, string | null]>([
  ['until they are 25', {}, '2003-05-20', '2028-05-20T00:00:00.000Z'],
  ['six years from its closing, when that is later', {}, '1990-01-01', '2022-04-01T10:00:00.000Z'],
  ['25 years from its closing, when nobody knows their age', {}, null, '2041-04-01T10:00:00.000Z'],
  [
    '75 years, when it is about sexual abuse',
    { kinds: ['neglect', 'sexual-abuse'] },
    '2003-05-20',
    '2091-03-01T10:00:00.000Z',
  ],
  [
    'until any accused is 65, when it is an allegation',
    { nature: 'allegation' },
    '2003-05-20',
    '2065-03-01T10:00:00.000Z',
  ],
  [
    'as long as the longest of its terms',
    { nature: 'allegation', kinds: ['sexual-exploitation'] },
    '2003-05-20',
    '2091-03-01T10:00:00.000Z',
  ],
  ['without end while it is open', { closedAt: null }, '1990-01-01', null],
  ['without end while something is still to be done for it', { underWay: true }, '1990-01-01', null],
])('a concern is kept %s', (_, more, bornOn, until) => {
  expect(keptUntil(concern(more), bornOn, TERMS)).toBe(until);
});

test('an allegation is kept ten years at least, however old the youngest accused may have been', () => {
  const terms = { ...TERMS, allegations: { ...TERMS.allegations, youngestAtTheTime: 60 } };
  const closed = concern({ nature: 'allegation', closedAt: '2016-03-02T10:00:00.000Z' });
  expect(keptUntil(closed, '1990-01-01', terms)).toBe('2026-03-01T10:00:00.000Z');
});

test('a concern that is kept keeps what was said from a week before it opened until it closed', () => {
  const over = concern({ id: 'old', openedAt: '2010-01-01T10:00:00.000Z', closedAt: '2010-02-01T10:00:00.000Z' });
  const found = findOutlived(line({ bornOn: '1999-01-01', concerns: [over, concern({ closedAt: null })] }), TERMS, NOW);
  expect(found).toMatchObject({
    concerns: ['old'],
    keeps: [{ concern: 'c1', from: '2016-02-23T10:00:00.000Z', to: null }],
  });
});

test('while a legal hold stands nothing has outlived anything', () => {
  expect(findOutlived(line({ held: true, concerns: [concern()] }), TERMS, '2099-01-01T00:00:00.000Z')).toBeNull();
});
