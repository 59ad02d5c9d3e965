import { Deletions, distance, nearest } from '../../../src/safeguarding/text/slips';
import { createSpelling } from '../../../src/safeguarding/text/spelling';

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

  it.each([
    ['one letter too few', 'hospitl', 'hospital'],
    ['one letter too many', 'strangeer', 'stranger'],
    ['two letters too few', 'manchster', 'manchester'],
    ['two letters too many', 'manccheester', 'manchester'],
    ['a short word', 'knfie', 'knife'],
  ])('finds the word meant where there is %s, whatever was looked for before', (_, written, meant) => {
    const words = ['hospital', 'stranger', 'manchester', 'knife', 'scared', 'kill'];
    const asked = new Deletions(words);
    for (const before of ['scraed', 'mancester', 'kil', 'hospitall']) nearest(before, asked);
    expect(nearest(written, asked)).toEqual([meant]);
    expect(nearest(written, new Deletions(words))).toEqual([meant]);
  });

  it('counts swapped neighbours as one slip', () => expect(distance('abuesd', 'abused')).toBe(1));
});
