import { join } from 'node:path';
import { readRetention } from '../../src/authored/retention';
import { backupIsOver, identitiesOutlived, type RetentionTerms } from '../../src/retention';

const NOW = '2026-11-22T03:30:00.000Z';
const TERMS = readRetention(join(__dirname, '../../escalation-rules/retention.yaml')).terms as RetentionTerms;

test('how to reach a leaver goes after one year, a name after six, texts of staff after six, to the day', () => {
  expect(identitiesOutlived(TERMS, NOW)).toEqual({
    contactsBefore: '2025-11-22T03:30:00.000Z',
    namesBefore: '2020-11-22T03:30:00.000Z',
    youngPeopleBefore: '2023-11-22T03:30:00.000Z',
    staffTextsBefore: '2020-11-22T03:30:00.000Z',
    weightyTextsBefore: '1951-11-22T03:30:00.000Z',
  });
});

test('a text of staff in which a rule heard something has the longest term of all, whichever that is', () => {
  const shorter = { ...TERMS, sexualAbuse: { ...TERMS.sexualAbuse, years: 30 } };
  expect(identitiesOutlived(shorter, NOW).weightyTextsBefore).toBe('1977-11-22T03:30:00.000Z');
});

test.each([
  ['2026-10-18T03:30:00.001Z', false],
  ['2026-10-18T03:30:00.000Z', true],
])('a backup made at %s is over: %s', (madeAt, over) => {
  expect(backupIsOver(madeAt, TERMS, NOW)).toBe(over);
});
