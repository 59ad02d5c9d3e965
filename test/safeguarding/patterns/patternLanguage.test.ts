import { parsePattern } from '../../../src/safeguarding/patterns/patternLanguage';

describe('the pattern language', () => {
  it.each([
    ['hit (me', 'never closed'],
    ['hit ..3', 'must lead to something'],
    ['(a|)', 'empty alternative'],
    ['hit? me?', 'nothing in it must be there'],
    ['hit & me', 'cannot read'],
    ['a $ b', 'nothing may follow'],
    ['a ; b', 'nothing may follow'],
    ['; a', 'comes first'],
    ['..2 a', 'before a gap stands a word or ^'],
    ['a (b ;)', 'no gaps or anchors'],
  ])('refuses %s, saying why', (pattern, why) => expect(() => parsePattern(pattern)).toThrow(why));

  it('counts the words that a gap behind ^ allows before the first word', () =>
    expect(['^ a', '^ ..2 a', 'a'].map((pattern) => parsePattern(pattern).fromStart)).toEqual([0, 2, null]));
});
