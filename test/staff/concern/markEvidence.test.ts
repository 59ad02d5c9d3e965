import { markEvidence } from '../../../src/staff/concern/markEvidence';
import type { Because } from '../../../src/vocabulary';

const because = (evidence: string, start: number, where: Because['where'] = 'message'): Because => ({
  rule: 'r',
  evidence,
  where,
  span: { start, end: start + evidence.length },
  level: 'urgent',
  kinds: [],
  steps: [],
});
const shown = (text: string, ...reasons: Because[]) =>
  markEvidence(text, reasons).map((one) => (one.evidence ? `[${one.text}]` : one.text));

const TEXT = 'mum hit me and hit me again';

test.each([
  ['where its span says', [because('hit me', 15)], ['mum hit me and ', '[hit me]', ' again']],
  [
    'by its words when the span is of a joined burst',
    [because('hit me', 90)],
    ['mum ', '[hit me]', ' and hit me again'],
  ],
  [
    'as one stretch where two rules overlap',
    [because('mum hit', 0), because('hit me', 4)],
    ['[mum hit me]', ' and hit me again'],
  ],
  ['not at all when it was said earlier, in other words', [because('he did it', 0, { before: 1 })], [TEXT]],
  ['to the very end', [because('again', 22)], ['mum hit me and hit me ', '[again]']],
])('evidence is marked %s', (_title, reasons, expected) => {
  expect(shown(TEXT, ...reasons)).toEqual(expected);
});

test('the stretches joined are the message, letter for letter', () => {
  const joined = markEvidence(TEXT, [because('mum hit', 0), because('hit me', 4), because('again', 22)]);
  expect(joined.map((one) => one.text).join('')).toBe(TEXT);
});
