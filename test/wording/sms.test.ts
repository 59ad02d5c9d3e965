import { countParts, isGsm7, plainSigns } from '../../src/wording';

test('curly quotes, dashes and dots are made plain, so that they do not halve a text', () => {
  expect(plainSigns('\u201cit\u2019s\u201d \u2013 ok\u2026')).toBe('"it\'s" - ok...');
  expect(countParts(plainSigns(`${'a'.repeat(150)}\u2019`))).toBe(1);
  expect(countParts(`${'a'.repeat(150)}\u2019`)).toBe(3);
});

test('a name is never misspelt to save a part', () => {
  expect(plainSigns('Siân, Łukasz, Zoë')).toBe('Siân, Łukasz, Zoë');
  expect(isGsm7('Siân')).toBe(false);
  expect(isGsm7('José')).toBe(true);
});

test.each([
  [160, 1],
  [161, 2],
  [306, 2],
  [307, 3],
])('%d plain characters take %d parts', (length, parts) => {
  expect(countParts('a'.repeat(length))).toBe(parts);
});

test('signs of the extension table count double', () => {
  expect(countParts(`${'a'.repeat(158)}€`)).toBe(1);
  expect(countParts(`${'a'.repeat(159)}€`)).toBe(2);
});
