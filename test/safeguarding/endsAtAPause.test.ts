import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();

describe('a pattern that ends where what is said pauses', () => {
  it.each(['i was hit by my uncle', 'i was hit by my uncle, what now', 'i was hit by my uncle. what now'])(
    'is found before a sign and at the end: %s',
    (text) => expect(judge(text).because.map(({ rule }) => rule)).toContain('hurt-by-a-grown-up-in-any-voice'),
  );

  it('is not found where the sentence goes on', () =>
    expect(judge('i was hit by my uncles cricket ball').because.map(({ rule }) => rule)).not.toContain(
      'hurt-by-a-grown-up-in-any-voice',
    ));
});
