import { fallingMood } from '../../../src/safeguarding/over-time/fallingMood';
import { DAY_MS, later } from '../../../src/vocabulary';

const NOW = '2026-11-24T17:10:00.000Z';

/** Moods a week apart, oldest first, the last of them now. */
function weekly(...moods: readonly (number | null)[]) {
  return moods.map((mood, at) => ({ mood, startedAt: later(NOW, (at - moods.length + 1) * 7 * DAY_MS) }));
}

test.each([
  ['three in a row, three points', weekly(7, 5, 4), [7, 5, 4]],
  ['after it had risen, only what fell since', weekly(2, 8, 6, 3), [8, 6, 3]],
  ['one that was not said stands for nothing', weekly(7, null, 5, 3), [7, 5, 3]],
  ['in whatever order they are handed in', weekly(9, 6, 2).reverse(), [9, 6, 2]],
  ['to nothing at all', weekly(3, 1, 0), [3, 1, 0]],
])('a mood falls: %s', (_how, checkIns, moods) => expect(fallingMood(checkIns, NOW)).toEqual(moods));

test.each([
  ['two are not several', weekly(9, 2)],
  ['by less than three points', weekly(7, 6, 5)],
  ['it stayed the same between', weekly(8, 4, 4)],
  ['it rose at the last', weekly(9, 6, 2, 3)],
  ['none was said', weekly(null, null, null)],
  ['nothing is known', []],
  ['what it fell from lies more than six weeks back', weekly(9, 8, null, null, null, null, 7)],
])('a mood does not fall: %s', (_why, checkIns) => expect(fallingMood(checkIns, NOW)).toBeNull());
