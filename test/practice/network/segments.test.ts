import { countSegments } from '../../../src/practice/network/segments';

test.each([
  ['nothing', '', 1],
  ['160 letters', 'a'.repeat(160), 1],
  ['161 letters', 'a'.repeat(161), 2],
  ['306 letters', 'a'.repeat(306), 2],
  ['307 letters', 'a'.repeat(307), 3],
  ['80 euro signs, which count twice', '€'.repeat(80), 1],
  ['81 euro signs', '€'.repeat(81), 2],
  ['70 letters with a Welsh ŷ', `${'a'.repeat(69)}ŷ`, 1],
  ['71 letters with a Welsh ŷ', `${'a'.repeat(70)}ŷ`, 2],
  ['a family of emoji', '👩‍👩‍👧', 1],
  ['1,600 letters', 'a'.repeat(1_600), 11],
])('%s travel in the right number of parts', (_, text, parts) => {
  expect(countSegments(text)).toBe(parts);
});
