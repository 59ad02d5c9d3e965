import { createAssessor, type DisclosureRules } from '../../src/safeguarding';
import { houseRules } from './support/houseRules';

const house = houseRules();
const [example] = house.rules;
if (example === undefined) throw new Error('the house has no rules');

/** One rule beside the concepts of the house: sure of the belt, not of the bruise. */
const rules: DisclosureRules = {
  ...house,
  version: 'loosely',
  frames: [],
  rules: [
    {
      ...example,
      id: 'belt-or-bruise',
      level: 'urgent',
      patterns: ['took his belt to me'],
      loosely: ['(a|this) bruise'],
      together: undefined,
      unless: ['netball'],
      raise: [{ with: ['right now'], to: 'immediate', because: 'it is happening' }],
    },
  ],
};
const assess = createAssessor(rules);
const judge = (text: string) => assess({ text, before: [], staff: ['Sam'] });

describe('what a rule says loosely', () => {
  it('is a worry, and says which rule', () =>
    expect(judge('i have a bruise')).toMatchObject({ level: 'worry', because: [{ rule: 'belt-or-bruise' }] }));

  it('takes nothing from what the rule is sure of', () =>
    expect(judge('i have a bruise, he took his belt to me').level).toBe('urgent'));

  it('is not raised by what raises the rule', () => expect(judge('i have a bruise right now').level).toBe('worry'));

  it('is silent where the rule is', () => expect(judge('a bruise from netball').level).toBe('none'));
});
