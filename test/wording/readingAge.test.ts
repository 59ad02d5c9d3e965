import { readingAge } from '../../src/wording';

test('short plain sentences read young, long ones with long words do not', () => {
  expect(readingAge('Thanks. What is going well? Small things count.')).toBeLessThanOrEqual(7);
  const policy =
    'Information disclosed to practitioners may necessitate safeguarding intervention by appropriate organisational representatives.';
  expect(readingAge(policy)).toBeGreaterThan(18);
});

test('a text of no words has no reading age', () => {
  expect(readingAge('')).toBe(0);
  expect(readingAge('...')).toBe(0);
});

test('a time is not two sentences', () => {
  expect(readingAge('We read it by 11.55pm today')).toBe(readingAge('We read it by 1155pm today'));
});
