import { compile } from '../../src/safeguarding/compile';
import { houseRules, shippedJudge } from './support/houseRules';

const judge = shippedJudge();

describe('a concept that only rules ask for', () => {
  const rules = houseRules();
  const heard = new Set(compile(rules).conceptNames.values());

  it('is never told to the classifier, which has not learnt it', () => {
    expect(rules.forRulesOnly.size).toBeGreaterThan(0);
    for (const name of rules.forRulesOnly) expect([name, heard.has(name)]).toEqual([name, false]);
  });

  it('leaves every other concept where the classifier learnt it', () =>
    expect(heard.size).toBe(Object.keys(rules.concepts).length - rules.forRulesOnly.size));
});

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
