import { NO_TWIN, twinsOf, wrongBetween } from '../../../../src/tools/train/lessons/twins';
import type { Level } from '../../../../src/vocabulary/concerns';

const message = (author: string, pair: string | null, level: Level) => ({ author, pair, level });

describe('the twin of a message', () => {
  it('is the other of its pair', () => {
    const messages = [message('wren', 'p1', 'urgent'), message('wren', null, 'none'), message('wren', 'p1', 'none')];
    expect([...twinsOf(messages)]).toEqual([2, NO_TWIN, 0]);
  });

  it('is the one whose level is farthest from its own, where three belong together', () => {
    const messages = [
      message('wren', 'p1', 'none'),
      message('wren', 'p1', 'worry'),
      message('wren', 'p1', 'immediate'),
    ];
    expect([...twinsOf(messages)]).toEqual([2, 2, 0]);
  });

  it('is none where both are of one level, for nothing tells them apart', () => {
    expect([...twinsOf([message('wren', 'p1', 'none'), message('wren', 'p1', 'none')])]).toEqual([NO_TWIN, NO_TWIN]);
  });

  it('is never somebody else’s, though both count their pairs alike', () => {
    expect([...twinsOf([message('wren', 'p1', 'none'), message('lark', 'p1', 'urgent')])]).toEqual([NO_TWIN, NO_TWIN]);
  });
});

describe('how wrong a pair is', () => {
  it('is hardly anything where the disclosure is far louder than its twin, and nearly all where it is quieter', () => {
    expect(wrongBetween(6, -2)).toBeLessThan(0.01);
    expect(wrongBetween(-3, 3)).toBeGreaterThan(0.99);
  });

  it('grows as they come closer', () => {
    const [far, near, level] = [wrongBetween(3, 0), wrongBetween(1, 0), wrongBetween(0, 0)];
    expect([far < near, near < level]).toEqual([true, true]);
  });
});
