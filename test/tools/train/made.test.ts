import { madeOf } from '../../../src/tools/train/made';
import type { TrainingMessage } from '../../../src/tools/train/messages';
import type { Level } from '../../../src/vocabulary/concerns';

const WORDS = 'my uncle was waiting by the gate again after football and he had the car running';

const written = (level: Level, count: number): TrainingMessage[] =>
  Array.from({ length: count }, (_, at) => ({
    text: `${WORDS} ${at}`,
    before: [],
    staff: [],
    level,
    kinds: [],
    about: 'self',
    author: `author ${at % 2}`,
    test: 'plain',
    pair: `p${at}`,
    made: false,
  }));

const inParts = (level: Level): TrainingMessage[] =>
  madeOf(written(level, 48)).filter(({ before, text }) => before.length > 0 && !text.startsWith('my uncle'));

describe('what training makes of a message sent in parts', () => {
  it.each(['urgent', 'none'] as const)('keeps every word in its order and the level (%s)', (level) => {
    const made = inParts(level);
    expect(made.length).toBeGreaterThan(5);
    for (const { before, text, level: kept } of made) {
      expect([...before, text].join(' ')).toMatch(new RegExp(`^${WORDS} \\d+$`));
      expect(kept).toBe(level);
    }
  });

  it('sends some in two and some in three', () => {
    expect(new Set(inParts('urgent').map(({ before }) => before.length))).toEqual(new Set([1, 2]));
  });

  it('counts as made, and as nobody’s twin', () => {
    for (const { made, pair } of inParts('urgent')) expect([made, pair]).toEqual([true, null]);
  });

  it('leaves short messages whole', () => {
    const short = written('urgent', 48).map((message) => ({ ...message, text: 'he hit me again' }));
    expect(madeOf(short).every(({ before }) => before.length === 0)).toBe(true);
  });
});
