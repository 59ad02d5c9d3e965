import { fold } from '../../src/safeguarding/fold';
import { inflections } from '../../src/safeguarding/inflect';
import { parsePattern } from '../../src/safeguarding/patternLanguage';
import { distance } from '../../src/safeguarding/slips';
import { createSpelling } from '../../src/safeguarding/spelling';

describe('folding', () => {
  it.each([
    ['Don’t', 'dont'],
    ["DON'T", 'dont'],
    ['ѕuісіde', 'suicide'],
    ['ｋｉｌｌ', 'kill'],
    ['k\u200bill', 'kill'],
    ['café', 'cafe'],
  ])('makes %s plain', (written, plain) => expect(fold(written).text).toBe(plain));

  it('keeps the way back to the original', () => {
    const folded = fold('I don’t 🔪');
    const at = folded.text.indexOf('dont');
    expect('I don’t 🔪'.slice(folded.from[at], folded.to[at + 3])).toBe('don’t');
  });
});

describe('spelling', () => {
  const spelling = createSpelling({
    vocabulary: new Map(
      ['suicide', 'kill', 'myself', 'killed', 'kms', 'want', 'to', 'die', 'abuse', 'hitting'].map((word, number) => [
        word,
        number,
      ]),
    ),
    ordinaryWords: new Set(['skilled', 'kilt', 'week', 'abuses']),
    textSpeak: { wanna: 'want to', wnt: 'want' },
    emoji: { '🔪': '/knife/' },
  });
  const readings = (word: string) =>
    spelling
      .readWord(word)
      .map(({ forms }) => forms.join('/'))
      .join(' ');

  it.each([
    ['sucide', 'sucide/suicide'],
    ['suiiiicide', 'suiiiicide/suicide'],
    ['su1c1de', 'su1c1de/suicide'],
    ['hittin', 'hittin/hitting'],
    ['wanna', 'want to'],
    ['wnt', 'wnt/want'],
    ['killmyself', 'kill myself'],
    ['abuesd', 'abuesd'],
  ])('reads %s as %s', (word, expected) => expect(readings(word)).toBe(expected));

  it.each(['skilled', 'kilt'])('never turns the ordinary word %s into another', (word) =>
    expect(readings(word)).toBe(word),
  );

  it('counts swapped neighbours as one slip', () => expect(distance('abuesd', 'abused')).toBe(1));
});

describe('inflections', () => {
  it.each([
    ['slap', ['slaps', 'slapping', 'slapped']],
    ['bury', ['buries', 'burying', 'buried']],
    ['touch', ['touches', 'touching', 'touched']],
    ['throw', ['throws', 'threw', 'thrown']],
  ])('knows the forms of %s', (word, forms) => expect(inflections(word)).toEqual(expect.arrayContaining(forms)));
});

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
