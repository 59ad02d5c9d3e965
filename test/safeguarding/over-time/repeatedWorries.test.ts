import { repeatedWorries, type Judged } from '../../../src/safeguarding/over-time/repeatedWorries';
import { DAY_MS, later } from '../../../src/vocabulary';

const NOW = '2026-11-24T17:10:00.000Z';

/** A worry about bullying, so many days before now. */
function ago(days: number, more: Partial<Judged> = {}): Judged {
  return { at: later(NOW, -days * DAY_MS), level: 'worry', kinds: ['bullying'], about: 'self', ...more };
}

const HOURS = 1 / 24;

test.each([
  ['three in three weeks', [ago(20), ago(9), ago(0)], ['bullying']],
  ['on the last of the 21 days', [ago(21), ago(9), ago(0)], ['bullying']],
  ['in whatever order they are handed in', [ago(0), ago(20), ago(9)], ['bullying']],
  ['morning and evening of a day are two talks', [ago(1), ago(1 - 7 * HOURS), ago(0)], ['bullying']],
  ['a graver one is no less of a course', [ago(9, { level: 'urgent' }), ago(5), ago(0)], ['bullying']],
  [
    'each kind by itself, also where one message holds two',
    [
      ago(9, { kinds: ['bullying', 'neglect'] }),
      ago(5, { kinds: ['neglect'] }),
      ago(2),
      ago(0, { kinds: ['neglect'] }),
    ],
    ['neglect'],
  ],
  [
    'two kinds at once',
    [9, 5, 0].map((days) => ago(days, { kinds: ['self-harm', 'bullying'] })),
    ['self-harm', 'bullying'],
  ],
])('three of a kind: %s', (_how, judged, kinds) => expect(repeatedWorries(judged, 'self', NOW)).toEqual(kinds));

test.each([
  ['two are not three', [ago(9), ago(0)]],
  ['the first lies more than 21 days back', [ago(21.01), ago(9), ago(0)]],
  ['three texts of one talk are one worry', [ago(9), ago(2 * HOURS), ago(1 * HOURS), ago(0)]],
  ['a talk that goes on all day is one talk', [ago(9), ago(15 * HOURS), ago(10 * HOURS), ago(5 * HOURS), ago(0)]],
  ['of three kinds', [ago(9), ago(5, { kinds: ['neglect'] }), ago(0, { kinds: ['self-harm'] })]],
  ['one of them was none', [ago(9), ago(5, { level: 'none' }), ago(0)]],
  ['one of them was about somebody else', [ago(9), ago(5, { about: 'other' }), ago(0)]],
  ['without a kind', [9, 5, 0].map((days) => ago(days, { kinds: [] }))],
  ['an allegation is told by itself', [ago(9), ago(5), ago(0, { kinds: ['bullying', 'allegation-against-staff'] })]],
  ['nothing was said', []],
])('not three of a kind: %s', (_why, judged) => expect(repeatedWorries(judged, 'self', NOW)).toEqual([]));

test('worries about a friend are counted apart from their own, and those about an adult of the service never', () => {
  const friends = [9, 5, 0].map((days) => ago(days, { about: 'other' }));
  expect(repeatedWorries(friends, 'other', NOW)).toEqual(['bullying']);
  const adults = [9, 5, 0].map((days) => ago(days, { about: 'practitioner' }));
  expect(repeatedWorries(adults, 'practitioner', NOW)).toEqual([]);
});
