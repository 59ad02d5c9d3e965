import { createAssessor } from '../../../src/safeguarding';
import { createDecisiveRules, sayVerdict } from '../../../src/safeguarding/review/decisiveRules';
import type { KindRule } from '../../../src/safeguarding/rules';
import { deadRules } from '../../../src/tools/rules/mutate';
import { houseRules } from '../support/houseRules';

const house = houseRules();

function rule(id: string, patterns: string[], over: Partial<KindRule> = {}): KindRule {
  const examples = { catches: ['a', 'b', 'c'], leavesAlone: ['a', 'b', 'c'] };
  return { id, why: 'made up for a test', level: 'urgent', of: ['physical-abuse'], patterns, ...examples, ...over };
}

const TWINS = { catches: ['dad hit me', 'my dad hit me', 'dad hit me again'] };
/** `twin` hears nothing that `struck` does not hear too; `hint` and `other-hint` need each other to be urgent. */
const rules = {
  ...house,
  rules: [
    rule('struck', ['dad hit me', 'mum hit me'], { catches: ['mum hit me', 'b', 'c'] }),
    rule('twin', ['dad hit me'], TWINS),
    rule('hint', ['feels strange'], { level: 'worry', hint: true, of: ['neglect'] }),
    rule('other-hint', ['nobody is home'], { level: 'worry', hint: true, of: ['neglect'] }),
    rule('by-staff', ['sam hit me'], { about: 'practitioner' }),
  ],
};
const MESSAGES = [
  'dad hit me',
  'mum hit me',
  'it feels strange',
  'it feels strange and nobody is home',
  'sam hit me and dad hit me',
  'see you at 4',
].map((text) => ({ text, before: [], staff: ['Sam'] }));
const quiet = { progress: () => {} };

test('a rule that no message and none of its own examples needs is found, and only that one', () => {
  expect(deadRules(rules, MESSAGES, quiet)).toEqual(['twin']);
  expect(deadRules({ ...rules, rules: rules.rules.filter(({ id }) => id !== 'struck') }, MESSAGES, quiet)).toEqual([]);
});

test('one rule can be asked about alone, and one that does not exist is said to be unknown', () => {
  expect(deadRules(rules, MESSAGES, { ...quiet, only: 'twin' })).toEqual(['twin']);
  expect(deadRules(rules, MESSAGES, { ...quiet, only: 'struck' })).toEqual([]);
  expect(() => deadRules(rules, MESSAGES, { ...quiet, only: 'twins' })).toThrow('No rule is called "twins".');
});

test('a rule that decides one of its own examples lives, though no message needs it', () => {
  const alone = [...rules.rules, rule('lone', ['nan hit me'], { catches: ['nan hit me', 'b', 'c'] })];
  expect(deadRules({ ...rules, rules: alone }, MESSAGES, quiet)).toEqual(['twin']);
});

test.each(rules.rules.map(({ id }) => id))('it agrees with really taking a rule out: %s', (id) => {
  const decisive = createDecisiveRules(rules);
  const whole = createAssessor(rules);
  const less = createAssessor({ ...rules, rules: rules.rules.filter((each) => each.id !== id) });
  for (const message of MESSAGES) {
    const changes = sayVerdict(whole(message)) !== sayVerdict(less(message));
    expect([message.text, decisive(message).has(id)]).toEqual([message.text, changes]);
  }
});
