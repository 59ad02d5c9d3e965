import { sayWhatOf } from '../../../src/staff/words/names';
import { summary, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';
import { NOW } from '../harness/roster';

const desk = useDesk();
const NO_KINDS = { kinds: [], level: 'worry' } as const;

describe('what a concern is called in a list', () => {
  test('is its kinds, and the mood that fell beside them', () => {
    expect(sayWhatOf(summary())).toBe('Physical abuse');
    expect(sayWhatOf(summary({ moodFellAt: NOW }))).toBe('Physical abuse, Falling mood');
  });

  test('is what made it one where it is of no kind: a mood, a code word, somebody who read it', () => {
    expect(sayWhatOf(summary({ ...NO_KINDS, moodFellAt: NOW }))).toBe('Falling mood');
    expect(sayWhatOf(summary({ ...NO_KINDS, doNotRing: true }))).toBe('Used the code word');
    expect(sayWhatOf(summary({ ...NO_KINDS, foundByReadingAt: NOW }))).toBe('Found by a person reading');
    expect(sayWhatOf(summary({ ...NO_KINDS, nature: 'unknown-sender' }))).toBe('From a number nobody knows');
  });

  test.each([
    ['/staff/work', 'amira'],
    ['/staff/work/concern-kayla', 'amira'],
    ['/staff/weekly', 'amira'],
    ['/staff/people/kayla', 'sam'],
  ])('is so on %s: a falling mood is nowhere called a disclosure', async (path, reader) => {
    desk.house.cases = [wholeCase({ summary: summary({ ...NO_KINDS, moodFellAt: NOW }) })];
    const { text } = (await desk.readerAt(reader, path)).page;
    expect(text).toContain('Falling mood');
    expect(text).not.toContain('Disclosure');
  });
});
