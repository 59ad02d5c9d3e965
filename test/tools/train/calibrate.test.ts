import { calibrate, scoreFor, type Case } from '../../../src/tools/train/calibrate';
import type { Level } from '../../../src/vocabulary/concerns';

/** Ten messages at each whole score from -3 to 3, of which so many are right. */
function cases(heard: Level, rightOfTen: (score: number) => number): Case[] {
  return [-3, -2, -1, 0, 1, 2, 3].flatMap((score) =>
    Array.from({ length: 10 }, (_, index) => ({ score, heard, right: index < rightOfTen(score) })),
  );
}
const rising = (score: number): number => Math.min(10, Math.max(0, 5 + 2 * score));

describe('what a score is worth after what the rules heard', () => {
  const learnt = calibrate([
    ...cases('none', rising),
    ...cases('worry', (score) => rising(score - 1)),
    ...cases('urgent', (score) => rising(score + 1)),
  ]);

  it('is more after a rule that is right more often: less likeness is enough', () =>
    expect(scoreFor(0, 'urgent', learnt)).toBeLessThan(scoreFor(0, 'none', learnt) - 0.5));

  it('is even where as many are right as wrong', () => expect(scoreFor(0, 'none', learnt)).toBeCloseTo(0, 0));

  it('is never less after rules that heard more, even where they were right less often', () =>
    expect(scoreFor(0, 'worry', learnt)).toBeLessThanOrEqual(scoreFor(0, 'none', learnt)));

  it('rises with the chance that is asked for', () =>
    expect(scoreFor(1, 'none', learnt)).toBeGreaterThan(scoreFor(0, 'none', learnt)));
});
